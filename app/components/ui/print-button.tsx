import type { ReactNode } from 'react'
import { useNonce } from '~/components/layout/nonce'
import { Button } from './button'

/** Shows itself once its few lines of script are there (public/print.js); pages with it need no other. Without them the browser's menu prints. */
export function PrintButton({ children }: { children: ReactNode }) {
	const nonce = useNonce()
	return (
		<>
			<Button type="button" hidden data-print>
				{children}
			</Button>
			<script src="/print.js" defer nonce={nonce} suppressHydrationWarning />
		</>
	)
}
