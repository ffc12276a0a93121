// Draws the membership card that stands on the page as one picture, which a phone saves by a long press.
;(function () {
	var card = document.querySelector('[data-card]')
	var code = document.querySelector('[data-card-code]')
	var frame = document.querySelector('[data-card-picture]')
	if (!card || !code || !frame) return
	var WIDTH = 1080
	var HEIGHT = 680
	var FONT = getComputedStyle(document.body).fontFamily
	var canvas = document.createElement('canvas')
	canvas.width = WIDTH
	canvas.height = HEIGHT
	var pen = canvas.getContext('2d')
	if (!pen) return

	function text(part) {
		return card.querySelector('[data-card-part="' + part + '"]').textContent.trim()
	}
	// In as few lines as fit into the width, at most two; a longer text becomes smaller.
	function write(words, x, y, size, width, weight) {
		for (var smaller = size; ; smaller -= 2) {
			pen.font = (weight || '') + ' ' + smaller + 'px ' + FONT
			var lines = linesOf(words, width)
			if (lines.length <= 2 || smaller <= 18) break
		}
		lines.slice(0, 2).forEach(function (line, index) {
			pen.fillText(line, x, y + index * smaller * 1.3)
		})
		return y + Math.min(lines.length, 2) * smaller * 1.3
	}
	function linesOf(words, width) {
		var lines = ['']
		words.split(/(?<=[^\x00-\x7f])|(?<= )/).forEach(function (piece) {
			var last = lines.length - 1
			if (lines[last] && pen.measureText(lines[last] + piece).width > width) lines.push(piece)
			else lines[last] += piece
		})
		return lines
	}
	function draw() {
		pen.fillStyle = '#ffffff'
		pen.fillRect(0, 0, WIDTH, HEIGHT)
		pen.fillStyle = '#0b5f49'
		pen.fillRect(0, 0, WIDTH, 104)
		pen.strokeStyle = '#0b5f49'
		pen.lineWidth = 8
		pen.strokeRect(4, 4, WIDTH - 8, HEIGHT - 8)
		pen.textBaseline = 'top'
		pen.fillStyle = '#ffffff'
		write(text('brand') + ' · ' + text('title'), 48, 32, 42, WIDTH - 96, 'bold')
		pen.fillStyle = '#1d2320'
		var y = write(text('union'), 48, 148, 38, 560, 'bold') + 28
		y = write(text('name'), 48, y, 60, 560, 'bold') + 28
		y = write(text('number'), 48, y, 46, 560, 'bold') + 20
		pen.fillStyle = '#565d58'
		write(text('since'), 48, y, 30, 560)
		pen.drawImage(code, 640, 144, 392, 392)
		pen.textAlign = 'center'
		write(frame.querySelector('[data-scan]').getAttribute('data-scan'), 836, 556, 30, 392)
		frame.querySelector('img').src = canvas.toDataURL('image/png')
		frame.hidden = false
	}
	if (code.complete) draw()
	else code.addEventListener('load', draw)
})()
