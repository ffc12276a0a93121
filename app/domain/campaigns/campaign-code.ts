/** Eight signs that can be read out over the phone and typed from a poster: no 0/O, 1/I. */
export const CAMPAIGN_CODE = /^[2-9A-HJ-NP-Z]{8}$/

/** Where a code leads, shown as people type it. */
export const joinPath = (code: string) => `/union/join/${code}`
/** `ABCD 2345`: easier to read and to type. */
export const inHalves = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`
