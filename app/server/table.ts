import type { DemoPerson } from './demo/people'

/** How many columns of a terminal a text takes: a Chinese character takes two. */
const width = (text: string) =>
	[...text].reduce(
		(sum, char) =>
			sum +
			(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(char)
				? 2
				: 1),
		0,
	)

/** The people of the demo, in columns, and where somebody shows one around. */
export function table(people: DemoPerson[]): string {
	const rows = [
		['角色 Role', '邮箱 E-mail', '密码 Password', '试一试 Try this'],
		...people.map((person) => [person.role, person.email, person.password, person.tryThis]),
	]
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column]!))))
	const lines = rows.map((row) =>
		row
			.map((cell, column) => cell + ' '.repeat(widths[column]! - width(cell)))
			.join('  ')
			.trimEnd(),
	)
	return [...lines, '', '带您看一遍 Guided tour: /tour'].join('\n')
}
