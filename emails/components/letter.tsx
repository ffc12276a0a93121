import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Text } from '@react-email/components'
import en from '~/i18n/locales/en/mail'
import zhCN from '~/i18n/locales/zh-CN/mail'
import type { Locale } from '~/i18n/resources'
import type { Template } from '~/domain/notifications/template'

export const TEXTS = { en, 'zh-CN': zhCN }

/**
 * What every message is made of. `reference` only in letters to a worker or an applicant; `link` is where the button leads;
 * `stopLink` in letters that somebody subscribed to.
 */
export type LetterProps = { language: Locale; reference?: string; link: string; stopLink?: string }

const paper = {
	fontFamily: '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif',
	backgroundColor: '#f6f4ef',
	color: '#22261f',
	margin: 0,
	padding: '24px 12px',
}
const card = { backgroundColor: '#ffffff', border: '1px solid #ddd8cc', borderRadius: 8, padding: 24, maxWidth: 520 }
const button = {
	backgroundColor: '#0f5c4c',
	color: '#ffffff',
	borderRadius: 6,
	padding: '12px 20px',
	fontSize: 17,
	fontWeight: 700,
}
const small = { fontSize: 13, lineHeight: '20px', color: '#5b6156' }

/** The one frame of all letters. It says that something is there and nothing about it: inboxes are shared. */
export function Letter({ template, language, reference, link, stopLink }: LetterProps & { template: Template }) {
	const { frame } = TEXTS[language]
	const text = TEXTS[language][template]
	return (
		<Html lang={language}>
			<Head />
			<Preview>{text.heading}</Preview>
			<Body style={paper}>
				<Container style={card}>
					<Heading as="h1" style={{ fontSize: 22, margin: '0 0 12px' }}>
						{text.heading}
					</Heading>
					{reference ? (
						<Text style={{ fontSize: 17, margin: '0 0 12px' }}>
							{frame.reference} <strong>{reference}</strong>
						</Text>
					) : null}
					<Text style={{ fontSize: 17, lineHeight: '28px', margin: '0 0 20px' }}>{text.body}</Text>
					<Button href={link} style={button}>
						{text.button}
					</Button>
					<Text style={{ ...small, wordBreak: 'break-all' }}>{link}</Text>
					<Hr />
					<Text style={small}>
						{frame.why} {reference ? frame.shared : ''} {frame.noReply}
					</Text>
					{stopLink ? (
						<Text style={{ ...small, wordBreak: 'break-all' }}>
							{frame.stop} <Link href={stopLink}>{stopLink}</Link>
						</Text>
					) : null}
				</Container>
			</Body>
		</Html>
	)
}
