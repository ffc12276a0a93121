/** What everybody may know who tries the demo. None of it exists where a desk really works. */
export const DEMO_PASSWORD = 'tonglu-demo-2026'
export const demoEmail = (key: string) => `${key}@demo.tonglu.example`

/** Every demo request opens with its reference and this code. */
export const DEMO_RECEIPT = { reference: 'T-DEMT2222', code: 'HELP-2026-DEMO' }
