import { createServer, connect, type Socket } from 'node:net'

/** A network between a browser and the server of the browser tests that can die, at once or in the middle of something. */
export type Network = {
	url: string
	cut: () => void
	/** After so many bytes more from the browser, as it walks into a tunnel. */ cutAfter: (bytes: number) => void
	mend: () => void
	close: () => Promise<void>
}

export async function openNetwork(): Promise<Network> {
	const sockets = new Set<Socket>()
	let left = Infinity
	const cut = () => {
		left = 0
		for (const socket of sockets) socket.destroy()
	}
	const server = createServer((near) => {
		if (left <= 0) return near.destroy()
		const far = connect(Number(process.env.TEST_PORT), '127.0.0.1')
		near.on('data', (bytes) => {
			left -= bytes.length
			if (left <= 0) return cut()
			far.write(bytes)
		})
		far.pipe(near)
		for (const socket of [near, far]) {
			sockets.add(socket)
			socket.on('error', () => {})
			socket.on('close', () => {
				sockets.delete(socket)
				near.destroy()
				far.destroy()
			})
		}
	})
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
	const { port } = server.address() as { port: number }
	return {
		url: `http://localhost:${port}`,
		cut,
		cutAfter: (bytes) => void (left = bytes),
		mend: () => void (left = Infinity),
		close: async () => {
			cut()
			await new Promise<void>((closed) => server.close(() => closed()))
		},
	}
}
