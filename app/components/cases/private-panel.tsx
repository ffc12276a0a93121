import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FileList } from '~/components/files/file-list'
import { Button } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { Icon } from '~/components/ui/icon'
import { Notice } from '~/components/ui/notice'
import type { SentFile } from '~/domain/attachments/attachment'
import type { Contact } from '~/domain/cases/cases.server'

/** What only an act brings out. It comes with the answer to a POST and with nothing else. */
export type Opened = { story?: string; files?: SentFile[]; contact?: Contact }
type Props = { mayOpenStory: boolean; mayRevealContact: boolean; opened: Opened | undefined }

/** Story and contact behind one button each. What is open stays open when the other is opened. */
export function PrivatePanel({ mayOpenStory, mayRevealContact, opened = {} }: Props) {
	const { t } = useTranslation(['desk', 'files'])
	const { story, files = [], contact } = opened
	const asked = useNavigation().formData?.getAll('open') ?? []
	return (
		<Card title={t('private.title')}>
			<p className="mb-4 text-muted">{t('private.lead')}</p>
			{story === undefined ? (
				mayOpenStory ? (
					<OpenButton intent="story" keep={contact || asked.includes('contact') ? 'contact' : null}>
						<Icon name="document" />
						{t('private.openStory')}
					</OpenButton>
				) : (
					<p className="mb-4">{t('private.noStory')}</p>
				)
			) : (
				<section aria-labelledby="story" className="mb-5">
					<h3 id="story" className="mb-1 font-bold">
						{t('private.story')}
					</h3>
					<blockquote className="border-l-4 border-accent bg-paper px-4 py-3 whitespace-pre-line">{story}</blockquote>
					{files.length > 0 ? <h4 className="mt-3 font-bold">{t('files:withStory')}</h4> : null}
					<FileList files={files} label={t('files:withStory')} />
				</section>
			)}
			{contact === undefined ? (
				mayRevealContact ? (
					<OpenButton intent="contact" keep={story !== undefined || asked.includes('story') ? 'story' : null}>
						<Icon name="phone" />
						{t('private.showContact')}
					</OpenButton>
				) : (
					<p className="mb-4">{t('private.noContact')}</p>
				)
			) : (
				<ContactCard contact={contact} />
			)}
			{story === undefined && contact === undefined ? null : <Notice announce>{t('private.logged')}</Notice>}
		</Card>
	)
}

type OpenProps = { intent: 'story' | 'contact'; keep: 'story' | 'contact' | null; children: ReactNode }

/** Sent by script where there is one: the page stays as it is, with the message that somebody is writing beside it. */
function OpenButton({ intent, keep, children }: OpenProps) {
	return (
		<Form method="post" preventScrollReset className="mb-4">
			{keep ? <input type="hidden" name="open" value={keep} /> : null}
			<input type="hidden" name="open" value={intent} />
			<Button name="intent" value="open">
				{children}
			</Button>
		</Form>
	)
}

function ContactCard({ contact }: { contact: Contact }) {
	const { t, i18n } = useTranslation('desk')
	const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
	const none = t('private.notGiven')
	return (
		<section aria-labelledby="contact" className="mb-5">
			<h3 id="contact" className="mb-1 font-bold">
				{t('private.contact')}
			</h3>
			<DescriptionList
				facts={[
					{ key: 'name', term: t('private.name'), value: contact.name ?? none },
					{
						key: 'phone',
						term: t('private.phone'),
						value: contact.phone ? <Reach to={contact.phone} by="tel" /> : none,
					},
					{
						key: 'email',
						term: t('private.email'),
						value: contact.email ? <Reach to={contact.email} by="mailto" /> : none,
					},
					{
						key: 'by',
						term: t('private.reachBy'),
						value: list.format(contact.reachBy.map((by) => t(`private.by.${by}`))) || none,
					},
					{
						key: 'times',
						term: t('private.reachTimes'),
						value: list.format(contact.reachTimes.map((time) => t(`private.times.${time}`))) || none,
					},
				]}
			/>
		</section>
	)
}

const Reach = ({ to, by }: { to: string; by: 'tel' | 'mailto' }) => (
	<a href={`${by}:${to}`} className="link inline-flex min-h-11 items-center">
		{to}
	</a>
)
