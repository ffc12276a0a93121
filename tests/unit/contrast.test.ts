import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('app/styles/tailwind.css', 'utf8')
const [light, dark] = [...css.matchAll(/:root \{([^}]*--paper[^}]*--focus[^}]*)\}/g)].map(([, block]) =>
	Object.fromEntries([...block!.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!])),
)

function luminance(hex: string) {
	const [r, g, b] = [1, 3, 5].map((at) => {
		const part = parseInt(hex.slice(at, at + 2), 16) / 255
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
	})
	return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function contrast(a: string, b: string) {
	const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
	return (high! + 0.05) / (low! + 0.05)
}

/** Every text on every ground it stands on, and what must be told from its ground though it is no text. */
const TEXT: Record<string, string[]> = {
	ink: ['paper', 'card', 'accent-soft', 'danger-soft', 'wait-soft'],
	muted: ['paper', 'card', 'accent-soft', 'danger-soft'],
	accent: ['paper', 'card', 'accent-soft'],
	'accent-ink': ['accent'],
	danger: ['paper', 'card', 'danger-soft'],
	wait: ['paper', 'card', 'wait-soft'],
}
const EDGES: Record<string, string[]> = { control: ['paper', 'card'], focus: ['paper', 'card', 'accent-soft'] }
const pairs = (table: Record<string, string[]>) =>
	Object.entries(table).flatMap(([over, grounds]) => grounds.map((ground) => [over, ground] as const))

for (const [mode, colours] of [
	['light', light],
	['dark', dark],
] as const) {
	test.each(pairs(TEXT))(`${mode}: %s is readable on %s`, (text, ground) => {
		expect(contrast(colours![text]!, colours![ground]!)).toBeGreaterThanOrEqual(4.5)
	})
	test.each(pairs(EDGES))(`${mode}: the edge %s is seen on %s`, (edge, ground) => {
		expect(contrast(colours![edge]!, colours![ground]!)).toBeGreaterThanOrEqual(3)
	})
}
