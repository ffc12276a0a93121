import type { TourLabels } from '~/domain/tour/tour-labels'
import { Button } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { CopyText } from './copy-text'

type Props = { labels: TourLabels; who: string; wants: string; email: string; password: string; signedIn: boolean }

/** Whose eyes the tour looks through, and how to become that person. */
export function PersonCard({ labels, who, wants, email, password, signedIn }: Props) {
	return (
		<Card>
			<DescriptionList
				facts={[
					{ term: labels.who, value: who },
					{ term: labels.wants, value: wants },
					{ term: labels.email, value: <CopyText>{email}</CopyText> },
					{ term: labels.password, value: <CopyText>{password}</CopyText> },
				]}
			/>
			<div className="mt-4">
				{signedIn ? (
					<Notice tone="good" title={labels.signedIn} />
				) : (
					<form method="post">
						<Button tone="primary">{labels.signIn}</Button>
					</form>
				)}
			</div>
		</Card>
	)
}
