// Shows the buttons that print the page, and lets them.
;(function () {
	document.querySelectorAll('[data-print]').forEach(function (button) {
		button.hidden = false
		button.addEventListener('click', function () {
			window.print()
		})
	})
})()
