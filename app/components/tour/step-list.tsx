import type { TourLabels } from '~/domain/tour/tour-labels'
import { Button, LinkButton } from '~/components/ui/button'

/** `to`: known, because the page is for everybody or the person is signed in. Else opening it does what is needed first. */
export type ShownStep = { key: string; title: string; look: string; to: string | null; receipt: string | null }

/** What to open, in order, and what to look at there. */
export function StepList({ labels, steps }: { labels: TourLabels; steps: ShownStep[] }) {
	return (
		<ol className="mb-9">
			{steps.map(({ key, title, look, to, receipt }) => (
				<li key={key} className="road">
					<h3 className="font-bold">{title}</h3>
					<p className="mb-2 text-muted">{look}</p>
					{to ? (
						<LinkButton to={to} reloadDocument>
							<span>
								{labels.open}
								<span className="sr-only"> {title}</span>
							</span>
						</LinkButton>
					) : (
						<form method="post">
							<input type="hidden" name="step" value={key} />
							<Button>
								<span>
									{receipt ? labels.openReceipt : labels.openSignedIn}
									{receipt ? <span className="whitespace-nowrap"> {receipt}</span> : null}
									<span className="sr-only"> {title}</span>
								</span>
							</Button>
						</form>
					)}
				</li>
			))}
		</ol>
	)
}
