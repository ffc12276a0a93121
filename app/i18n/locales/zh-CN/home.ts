import type { Translation } from '../../resources'
import type en from '../en/home'

export default {
	metaTitle: '帮助在路上工作的人',
	question: '工作中遇到难处？',
	answer: '我们帮您找能帮忙的人。',
	lead: '骑手、快递员、司机、家政、主播都能用。不收费，不用注册，大约两分钟。',
	urgentTitle: '有危险？请先打电话',
	otherNumbers: '其他电话',
	call: '拨打 {{number}}，{{name}}',
	ask: '我需要帮助',
	back: '回到我的求助',
	stepsTitle: '接下来会怎样',
	steps: {
		tell: { title: '您说发生了什么', text: '一次只问一个问题，用自己的话说就行，说不准也没关系。' },
		find: { title: '我们找合适的机构', text: '附近的工会、法律援助或社工。一家接不了，就问下一家。' },
		follow: { title: '您随时看进展', text: '谁在办、下一步轮到谁、什么时候之前，直到您说问题解决了。' },
	},
	promiseTitle: '谁能看到什么：我们的承诺',
	promise: {
		choose: '由您决定哪些机构可以知道。我们绝不告诉您接单的平台。',
		before: '机构接手之前，看不到您的姓名、电话和经过。',
		looked: '谁看过您的信息，您都查得到。',
		stop: '您随时可以停止共享。',
		member: '不是工会会员也一样帮，是不是会员都不影响。',
	},
	joinUnion: '加入工会',
	account: '我的账号',
	staff: '工作人员登录',
	tour: {
		title: '带您看一遍',
		titleOf: '带您看一遍：{{name}}',
		demo: '这里是演示，人和事都是编的。',
		link: '带您看一遍',
	},
	emergency: {
		metaTitle: '紧急电话',
		title: '先打电话，之后再填写',
		lead: '以下电话免费，任何手机都能打，白天夜里都有人接。',
		others: '不算紧急，但想找人说说',
		safe: '等您平安了，我们都在。',
	},
} satisfies Translation<typeof en>
