import type { Translation } from '../../resources'
import type en from '../en/mail'

export default {
	frame: {
		why: '您收到这封邮件，是因为有人在同路留下了这个邮箱。',
		shared: '如果不是您本人留的，不用理会：没有回执码，谁也看不到内容。',
		noReply: '请不要直接回复，这个邮箱无人查看。',
		reference: '编号',
		stop: '不想再收到这类邮件：',
	},
	request_received: {
		subject: '您的回执',
		heading: '我们收到了',
		body: '请保存好这个编号，还有页面上给您的回执码。凭这两样，随时可以查看进展。',
		button: '查看进展',
	},
	news: { subject: '有新进展', heading: '有新进展', body: '请凭编号和回执码打开回执查看。', button: '去查看' },
	answer_needed: {
		subject: '有一个问题等您答复',
		heading: '有一个问题想问您',
		body: '请凭编号和回执码打开回执，方便时答复，一句话也可以。',
		button: '去答复',
	},
	offer: {
		subject: '有新的转介待处理',
		heading: '您的机构收到新的转介',
		body: '请登录查看事项、答复期限，以及为什么转给您的机构。',
		button: '查看转介',
	},
	case_news: { subject: '个案有新动态', heading: '您经办的个案有新动态', body: '请登录查看。', button: '打开个案' },
	desk_news: {
		subject: '求助台有个案待处理',
		heading: '有个案转到求助台',
		body: '请登录查看原因和处理期限。',
		button: '打开个案',
	},
	staff_invitation: {
		subject: '邀请您加入同路',
		heading: '邀请您加入',
		body: '打开链接即可加入您的机构。链接只能用一次，七天内有效。',
		button: '接受邀请',
	},
	application_news: {
		subject: '关于您提交的资料',
		heading: '请查看进度',
		body: '请保存好这个编号。凭它和页面上给您的查询码，随时可以查看进度。',
		button: '去查看',
	},
	member_news: {
		subject: '有新消息',
		heading: '有变动',
		body: '请登录查看，或者问问您当时登记的地方。',
		button: '去查看',
	},
	report_ready: {
		subject: '有新内容可以看了',
		heading: '您订阅的内容更新了',
		body: '您说过有新内容时要通知您。请登录查看。',
		button: '去查看',
	},
	confirm_membership: {
		subject: '您留的资料还对吗？',
		heading: '耽误您一分钟',
		body: '请告诉我们您之前留的资料还对不对，点一下就行。',
		button: '去答复',
	},
} satisfies Translation<typeof en>
