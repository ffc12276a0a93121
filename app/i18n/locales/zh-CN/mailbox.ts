import type { Translation } from '../../resources'
import type en from '../en/mailbox'

export default {
	title: '邮箱',
	lead: '这里是本机本来要寄出的邮件，都没有真的寄出去。没有接邮件服务时才有这个页面。',
	empty: '还没有邮件',
	emptyHint: '留一个邮箱提交求助，或者给对方发条消息，一两秒后邮件就会出现在这里。',
	to: '收件人',
	all: '全部邮件',
	open: '打开信中的链接',
} satisfies Translation<typeof en>
