/** How the photos and papers of the demo are drawn. Each says across its whole width that it is invented. */
const FONT =
	'Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, WenQuanYi Zen Hei, Microsoft YaHei, PingFang SC, sans-serif'
const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** `look`: attributes beside place, size and colour. */
export const text = (x, y, size, words, { colour = '#222', anchor = 'start', weight = 'normal', look = '' } = {}) =>
	`<text x="${x}" y="${y}" font-size="${size}" font-family="${FONT}" fill="${colour}" text-anchor="${anchor}"
		font-weight="${weight}" ${look}>${escaped(words)}</text>`

function marked(width, height, inside) {
	const band = Math.round(width / 14)
	const middle = { anchor: 'middle', colour: '#fff' }
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
		${inside}
		<g transform="rotate(-24 ${width / 2} ${height / 2})" opacity="0.28">
			${text(width / 2, height / 2, width / 3.4, '演示', { anchor: 'middle', colour: '#b3261e', weight: 'bold' })}
		</g>
		<rect x="0" y="${height - band}" width="${width}" height="${band}" fill="#b3261e"/>
		${text(width / 2, height - band * 0.3, band * 0.55, '演示材料 · 人物、单位、号码、金额全部虚构', middle)}
	</svg>`
}

export const photo = (inside) => marked(1200, 900, inside)

/** A paper photographed on a table: title, lines of words, and a seal. */
export function paper(title, lines, seal = '演示专用章') {
	const rows = lines.map((line, at) => text(130, 290 + at * 62, 30, line)).join('')
	return marked(
		900,
		1200,
		`<rect width="900" height="1200" fill="#8d7a66"/>
		<path d="M0 180 900 120M0 560 900 500M0 940 900 880" stroke="#7d6b58" stroke-width="6"/>
		<g transform="rotate(-1.2 450 600)">
			<rect x="70" y="60" width="760" height="1040" fill="#fbfaf5"/>
			${text(450, 170, 48, title, { anchor: 'middle', weight: 'bold' })}
			<path d="M130 205h640" stroke="#444" stroke-width="2"/>${rows}
			<circle cx="640" cy="930" r="92" fill="none" stroke="#c0392b" stroke-width="6"/>
			${text(640, 940, 30, seal, { anchor: 'middle', colour: '#c0392b', look: 'transform="rotate(-9 640 930)"' })}
		</g>`,
	)
}

/** A page of a phone: head, pairs of words, and a button that says what one would do. */
export function screen(title, pairs, button) {
	const rows = pairs.map(
		([left, right], at) =>
			`<rect x="30" y="${210 + at * 110}" width="660" height="94" rx="12" fill="#fff"/>` +
			text(56, 268 + at * 110, 30, left) +
			text(664, 268 + at * 110, 30, right, { anchor: 'end', weight: 'bold' }),
	)
	return marked(
		720,
		1280,
		`<rect width="720" height="1280" fill="#eef0ef"/><rect width="720" height="170" fill="#2f4f4a"/>
		${text(40, 52, 26, '22:07', { colour: '#fff' })}
		${text(360, 128, 40, title, { anchor: 'middle', colour: '#fff', weight: 'bold' })}
		${rows.join('')}
		<rect x="90" y="1050" width="540" height="90" rx="45" fill="#2f4f4a"/>
		${text(360, 1108, 34, button, { anchor: 'middle', colour: '#fff' })}`,
	)
}

export const bike = (
	x,
	y,
	turn = 0,
) => `<g transform="translate(${x} ${y}) rotate(${turn})" fill="none" stroke="#1f2d3a"
	stroke-width="12"><circle cx="0" cy="0" r="62"/><circle cx="250" cy="0" r="62"/>
	<path d="M0 0 90 -30 190 -30 250 0 215 -150M190 -30 150 -110 90 -110M215 -150l40 -18"/>
	<rect x="-60" y="-190" width="120" height="110" fill="#e0b04a" stroke="#8a6a1f"/></g>`

/** One picture on one page, as a scanner makes it. */
export function pdf(jpeg, width, height) {
	const content = 'q 595 0 0 793 0 24 cm /Sheet Do Q'
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Sheet 5 0 R >> >> /Contents 4 0 R >>',
		`<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
		`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8` +
			` /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
	]
	const parts = [Buffer.from('%PDF-1.4\n')]
	const length = () => parts.reduce((sum, part) => sum + part.length, 0)
	const starts = []
	objects.forEach((object, at) => {
		starts.push(length())
		parts.push(Buffer.from(`${at + 1} 0 obj\n${object}`))
		if (at === 4) parts.push(jpeg, Buffer.from('\nendstream'))
		parts.push(Buffer.from('\nendobj\n'))
	})
	const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
	const table = `xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${length()}\n%%EOF\n`
	return Buffer.concat([...parts, Buffer.from(table)])
}
