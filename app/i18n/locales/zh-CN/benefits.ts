import type { Translation } from '../../resources'
import type en from '../en/benefits'

export default {
	title: '会员权益',
	titles: { benefit: '{{name}}' },
	lead: '除了人人都有的帮助，工会还能为会员做这些。',
	promise: '求助和是不是会员无关',
	promiseText: '不是会员也一样可以求助。没有人会先查您是不是会员，个案页面上也不显示。',
	back: '全部权益',
	eligibility: '谁可以申请',
	months: '入会多久可以申请',
	minMonths_zero: '入会当天起',
	minMonths_other: '入会满 {{count}} 个月',
	monthsUnknown: '各工会规定不同',
	papers: '先准备好的材料',
	papersNone: '没有特别要求',
	papersHint: '缺材料也可以先问，不会因此拒绝您。',
	confirm: '请先向{{who}}确认',
	source: '来源：{{source}}。核对日期：',
	sure: '来自官方渠道。',
	without: '不是会员怎么办',
	claim: '我要申请',
	claimText: '申请就是一次普通的求助：给谁看由您决定，不会带上您的会员信息。',
	read: '看申请条件和材料',
	join: '加入工会',
	card: '我的会员卡',
} satisfies Translation<typeof en>
