import type { ComponentProps, ReactNode } from 'react'
import { PrintedAddress } from './printed-address'
import { StaffHeader } from './staff-header'

/**
 * Frame of a staff page; its layout route exports `handle = { frame: 'staff' }`, so that the root leaves the frame to it.
 */
export function StaffFrame({ children, ...header }: ComponentProps<typeof StaffHeader> & { children: ReactNode }) {
	return (
		<>
			<StaffHeader {...header} />
			<main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 py-6">
				{children}
				<PrintedAddress />
			</main>
		</>
	)
}
