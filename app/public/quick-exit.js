// Leaves by putting a neutral page in place of this one in the history: by the link, or by Escape three times in two seconds.
;(function () {
	function leave(link) {
		document.documentElement.hidden = true // gone at once, also when the network is slow
		location.replace(link.href)
	}
	document.addEventListener('click', function (event) {
		var link = event.target.closest && event.target.closest('[data-quick-exit]')
		if (!link || event.ctrlKey || event.metaKey) return
		event.preventDefault()
		leave(link)
	})
	var presses = []
	document.addEventListener('keydown', function (event) {
		if (event.key !== 'Escape') return
		presses = presses.concat(Date.now()).slice(-3)
		var link = document.querySelector('[data-quick-exit]')
		if (link && presses.length === 3 && presses[2] - presses[0] < 2000) leave(link)
	})
})()
