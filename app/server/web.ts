import { SettingsError, webEnv } from '~/env.server'
import { checkSchema, checkSecrets } from './external.server'
import { endsWith, fail } from './process.server'

/** The web process. Any number of them may run side by side. */
try {
	const env = webEnv()
	if (!env.MAILBOX_DIR) {
		checkSecrets(env)
		await checkSchema(env)
	}
	const { startWeb } = await import('./web.server') // parts of it read their settings while being loaded: first they are checked
	const stop = await startWeb(env).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EADDRINUSE') throw error
		throw new SettingsError(`Port ${env.PORT} is taken by another program: end it, or choose another with PORT.`)
	})
	endsWith(stop)
	process.send?.('ready')
} catch (error) {
	fail(error)
}
