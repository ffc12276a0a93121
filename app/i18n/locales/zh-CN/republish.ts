import type { Translation } from '../../resources'
import type en from '../en/republish'

export default {
	title: '已公布的月份',
	againTitle: '重新公布某个月',
	lead: '每个月结束四天后，数字会自动公布。如果有错，可以在这里重新公布。',
	empty: '还没有公布过数字',
	emptyHint: '第一个月结束四天后会自动公布。',
	first: '公布过一次',
	revision: '第 {{number}} 版',
	published: '公布于',
	note: '重新公布的原因：{{note}}',
	again: '重新公布',
	againOf: '重新公布{{month}}的数字',
	waiting: '等待重新公布',
	failed: '上一次没有成功',
	failedHint: '什么都没有改动。系统会自动再试，至少每小时一次。上一次尝试：',
	asked: '由{{name}}提出：',
	someone: '以前的同事',
	waitFirst: '这一次完成以后，才能再次提出。',
	done: '几分钟内会重新公布，完成后这一页会显示。',
	means: {
		title: '重新公布意味着什么',
		new: '按现在的数据，把这个月重新数一遍。',
		readers: '看统计数字的人都会看到新数字和您写的说明。月报会重新生成，订阅的人会收到邮件。',
		small: '人数很少的格子，至少有五个人的变化才会改；原来没有显示的，还是不显示：免得从前后差别里认出人来。',
		old: '不能撤回。旧的月报会保留，并标明已有新版。',
	},
	form: {
		noteZh: '中文说明：为什么重新公布',
		noteEn: '英文说明：为什么重新公布',
		noteHint: '看数字的人会看到这段话。请不要写人名，也不要写某一件个案。',
		noteEnHint: '意思一样，给看英文页面的人。',
		understood: '我已经看过重新公布意味着什么。',
		submit: '重新公布',
	},
	errors: {
		noteMissing: '请用两种语言都写明原因',
		noteLong: '说明请缩短到 1000 字以内',
		notUnderstood: '请先看重新公布意味着什么，再勾选',
		waits: '这个月已经在等待重新公布。您写的说明还在这里，等那一次完成后再提出。',
	},
} satisfies Translation<typeof en>
