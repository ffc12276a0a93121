import type { Translation } from '../../resources'
import type en from '../en/union'

export default {
	title: '工会',
	choose: '您今天在哪里工作？',
	to: { officer: '入会申请和会员', liaison: '我的站点', analyst: '统计数字', desk: '工会自己的个案在工作台' },
	figures: {
		enrolment: '入会情况：谁来了、谁留下、谁离开',
		outcomes: '求助结果：求助什么，最后怎么样',
		reports: '月报',
		definitions: '这些数字是什么意思',
	},
	none: '您还没有工会的工作',
	noneHint: '这里供工会干部、站点联络员和数据分析员使用，可以请您工会的管理员邀请您。',
	tabs: {
		label: '工会工作',
		overview: '概览',
		applications: '入会申请',
		signup: '登记入会',
		members: '会员',
		transfers: '转会',
		stations: '站点',
		drives: '信息确认',
		roster: '导入导出',
		campaigns: '二维码',
		fairness: '公平对比',
		now: '个案现状',
		figures: '统计',
	},
	overview: {
		waiting: '等待审核的申请',
		oldest: '等得最久的一份提交于',
		none: '没有人在等',
		transfersIn: '请求转入的会员',
		openDrives: '进行中的信息确认',
		members: '会员人数',
		now: '工会的个案现在怎么样',
	},
	promise: '是不是会员，都不影响得到帮助：个案页面不显示会员身份。',
} satisfies Translation<typeof en>
