import type { Translation } from '../../resources'
import type en from '../en/live'

export default {
	title: '当前情况',
	asOf: '截至',
	notPublished: '只看本机构，只是这一刻的情况，随时在变。这不是对外公布的统计数字，请不要转发。',
	empty: '目前没有办理中的个案',
	emptyHint: '有转介进来，或者接下个案以后，这里会显示谁在等什么。',
	open: '办理中的个案：',
	more_other: '实际更多：这里只数了最先到期的 {{count}} 件。',
	look: '查看这些个案',
	offer: '转介',
	oldest_other: '只列出等得最久的 {{count}} 件。',
	figures: {
		offers: {
			title: '还没答复的转介',
			lead: '到期没有答复，就会去问下一个机构。',
			none: '转介都答复了。',
			since: '请在此之前答复',
		},
		overdue: {
			title: '已逾期',
			lead: '下一步的日期已经过了。',
			none: '没有逾期的个案。',
			since: '应在此之前跟进',
		},
		unassigned: {
			title: '还没有经办人',
			lead: '已经接下，但还没有人经办。',
			none: '每个个案都有经办人。',
			since: '接手时间',
		},
		messages: {
			title: '还没回复的消息',
			lead: '最后一条消息是求助人写的。',
			none: '没有求助人在等回复。',
			since: '消息时间',
		},
		outcomes: {
			title: '等求助人答复的结果',
			lead: '已经提出结果，求助人还没有确认，也没有表示不认可。',
			none: '没有等待答复的结果。',
			since: '提出时间',
		},
	},
	late: { offers: '已超时', overdue: '已逾期' },
	load: {
		title: '每个人手上有多少',
		lead: '这里是办理中的件数。一件要花多少功夫，从数字上看不出来。',
		none: '这里还没有社工。',
		who: '社工',
		open: '办理中',
		overdue: '已逾期',
		messages: '待回复',
		nobody: '还没有经办人',
		unnamed: '未填姓名',
	},
	print: '打印',
	union: '工会里个案以外的待办',
} satisfies Translation<typeof en>
