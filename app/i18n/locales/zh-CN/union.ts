import type { Translation } from '../../resources'
import type en from '../en/union'

export default {
	title: '工会',
	lead: '这里还在建设中。免得您白找一趟，先说明一下：',
	here: '现在就能用',
	hereText: '贵工会自己的个案在工作台，工会的经办人和主管可以在那里办理。',
	toDesk: '去工作台',
	notYet: '还没有的',
	later: {
		applications: '入会申请：谁想加入，需要核对什么',
		members: '会员管理：联系方式、转会，以及定期确认信息是否还准确',
		campaigns: '用于站点和骑手驿站的二维码',
		figures: '入会和办理结果的统计数字，不涉及任何个人',
	},
	promise: '是不是会员，都不影响得到帮助：个案页面不显示会员身份。',
} satisfies Translation<typeof en>
