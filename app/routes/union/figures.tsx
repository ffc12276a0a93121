import { Outlet } from '@remix-run/react'
import { FigureTabs } from '~/components/figures/figure-tabs'

/** What stands above every page of figures. Each page asks for its own rights. */
export default function Figures() {
	return (
		<>
			<FigureTabs />
			<Outlet />
		</>
	)
}
