import { createElement } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { writtenWhole } from '~/lib/written-whole.server'

/** Many short pieces of Chinese, so that blocks end inside of a character. */
const PAGE = createElement(
	'ul',
	null,
	Array.from({ length: 900 }, (_, i) => createElement('li', { key: i, title: `第${i}位骑手` }, `外卖、快递${i}`)),
)
const written = () =>
	new Promise<string>((resolve, reject) => {
		const { pipe } = renderToPipeableStream(PAGE, { onAllReady: () => void writtenWhole(pipe).then(resolve, reject) })
	})

test('a page of short Chinese texts is written as it is, without a byte in between', async () => {
	expect(await written()).toBe(renderToString(PAGE))
})
