import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'

type Props = {
	/** The address of the case. */ back: string
	category: string
	title: ReactNode
	lead?: ReactNode
	/** Nothing is left to be done here: the way back gives nothing up. */ over?: boolean
	children: ReactNode
}

/** One step with a case: one question, narrow enough to read, and a way back that changes nothing. */
export function StepPage({ back, category, title, lead, over, children }: Props) {
	const { t } = useTranslation('common')
	return (
		<div className="max-w-2xl">
			<PageTitle over={category} lead={lead}>
				{title}
			</PageTitle>
			{children}
			<p className="mt-4">
				<TextLink tall to={back}>
					{t(over ? 'actions.back' : 'actions.cancel')}
				</TextLink>
			</p>
		</div>
	)
}
