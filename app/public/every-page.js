// Goes with every page, with the application's scripts or without. Written for old browsers, and nothing breaks where it does not run.
;(function () {
	var KEPT = 'typed'
	var AGAIN = 10000 // after so long a second press is meant: the first may have been stopped

	function quietly(work) {
		try {
			return work()
		} catch (error) {
			return void error // a browser that keeps nothing, or something there that is not ours
		}
	}
	function forget() {
		quietly(function () {
			sessionStorage.removeItem(KEPT)
		})
	}
	function each(list, work) {
		Array.prototype.forEach.call(list, work)
	}

	// Leaves by putting a neutral page in place of this one in the history: by the link, or by Escape three times in two seconds.
	function leave(link) {
		forget()
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

	// One press sends once, and the button says that it is on its way. At the window, so that every check has had its say before.
	window.addEventListener('submit', function (event) {
		var form = event.target
		if (event.defaultPrevented) return
		if (Date.now() - (form.sentAt || 0) < AGAIN) return event.preventDefault()
		form.sentAt = Date.now()
		if (event.submitter) event.submitter.setAttribute('aria-busy', 'true')
		if (form.hasAttribute('data-forget')) forget()
		else keep(form)
	})

	// What was typed waits in this tab until the server has answered, for a network that dies meanwhile, and for a change of language.
	function answer(control) {
		if (control.type === 'checkbox' || control.type === 'radio')
			return control.checked === control.defaultChecked ? null : control.checked
		return control.value === control.defaultValue ? null : control.value
	}
	function controls() {
		return document.querySelectorAll(
			'main textarea[id], main select[id], main input[id]:not([type=hidden]):not([type=password]):not([type=file]):not([autocomplete=off])',
		)
	}
	function keep(form) {
		var typed = {}
		each(controls(), function (control) {
			var said = answer(control)
			if (said !== null) typed[control.id] = said
		})
		quietly(function () {
			var entry = { path: location.pathname, stay: form.action.indexOf('/language') > 0, typed: typed }
			sessionStorage.setItem(KEPT, JSON.stringify(entry))
		})
	}
	function bringBack() {
		var entry = quietly(function () {
			return JSON.parse(sessionStorage.getItem(KEPT))
		})
		if (!entry || document.querySelector('[data-not-sent]')) return
		var came = quietly(function () {
			return performance.getEntriesByType('navigation')[0].type
		})
		var from = document.referrer && document.referrer.split(/[?#]/)[0]
		if (!entry.stay && from === location.origin + entry.path && came !== 'back_forward') return forget() // it arrived
		if (location.pathname !== entry.path) return
		forget()
		each(controls(), function (control) {
			var said = entry.typed[control.id]
			if (said === undefined) return
			if (typeof said === 'boolean') control.checked = said
			else control.value = said
		})
	}
	bringBack()

	// A page that the browser kept alive may show what somebody has cleared since, so it is asked for anew.
	window.addEventListener('pageshow', function (event) {
		if (event.persisted) location.reload()
	})
})()
