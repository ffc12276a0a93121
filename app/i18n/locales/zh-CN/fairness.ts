import type { Translation } from '../../resources'
import type en from '../en/fairness'

export default {
	title: '会员和非会员，得到的帮助一样吗？',
	definitionTitle: '会员和非会员是怎么对比的',
	lead: '在同路，是不是会员都一样得到帮助。这一页用数字检验这句话：把同一类个案里会员的和非会员的放在一起看。',
	all: '全部需求',
	groups: '需求类别',
	empty: '还没有可以对比的数',
	emptyHint:
		'同一类（需求、城市、紧急程度和月份都相同）的个案里，会员和非会员各有五件以上，才能对比。一个月过去满一个月后才计算。',
	emptyGroup: '这一类里，可以对比的个案太少',
	measures: {
		first_reply: '多少小时有人回复',
		acceptance: '多少小时有机构接手',
		confirmed_help: '求助人确认有帮助的比例',
	},
	columns: { month: '月份', members: '会员', others: '非会员', difference: '相差' },
	pairs_other: '{{count}} 对（{{members}} 件和 {{others}} 件）',
	hours: '{{value}} 小时',
	points: '{{value}} 个百分点',
	inPoints: '相差的单位是百分点。',
	latest: {
		first_reply: {
			same: '{{month}}：会员和非会员等到第一次回复的时间一样长。',
			more: '{{month}}：等第一次回复，会员比非会员多等了 {{difference}}。',
			less: '{{month}}：等第一次回复，会员比非会员少等了 {{difference}}。',
		},
		acceptance: {
			same: '{{month}}：会员和非会员的个案，机构接手得一样快。',
			more: '{{month}}：等机构接手，会员比非会员多等了 {{difference}}。',
			less: '{{month}}：等机构接手，会员比非会员少等了 {{difference}}。',
		},
		confirmed_help: {
			same: '{{month}}：会员和非会员确认有帮助的比例一样。',
			more: '{{month}}：会员确认有帮助的比例，比非会员高 {{difference}}。',
			less: '{{month}}：会员确认有帮助的比例，比非会员低 {{difference}}。',
		},
	},
	pairsFew: '对数这么少，碰巧也会差这么多，请多看几个月。',
	read: '这些数是什么，说明不了什么',
	back: '返回看数字',
	shows: {
		title: '能看出什么',
		alike:
			'只把同一类个案放在一起比：需求类别、城市、紧急程度、提交月份都相同。每一类里会员和非会员各至少五件，不够的不算。',
		weight: '每一类按件数少的那一边算作多少对。这样两列说的是同样一批类别。',
		reply: '第一次回复，是求助台或机构的人发来的第一条消息；接手，是第一次有机构接下个案。',
		wait: '等待最多按 28 天算，一直没人回复的也按 28 天算。求助人自己先结束的等情况，不算进等待时间。',
		outcome: '结果只认求助人本人确认的“得到帮助”和“部分得到帮助”。还没结束的、求助人撤回的、重复提交的不算。',
		once: '每个月只在过去满一个月后算一次，算好不再改。',
	},
	cannot: {
		title: '看不出什么',
		cause: '有差别，不等于有人偏心。会员可能行业不同、求助的时段不同、写得更详细，这些这里都没有比。',
		chance: '对数少的时候，碰巧也会有差别。连着几个月都一样，才更说明问题。',
		phone: '是不是会员，按手机号来认。没留手机号的不算；一个人用两个号，可能被算成非会员。',
		left: '少见的需求、人少的城市，不在里面。',
		joined: '会员身份中止后又恢复的，一直按会员算。',
	},
	how: {
		title: '是怎么算出来的',
		memory:
			'程序每月一次，在内存里比对手机号的加密指纹。没有任何表和页面把个案和会员连在一起，留下的只有您看到的这些合计数。',
		who: '分派程序、社工和求助台都看不到谁是会员：数据库不给他们看。',
		readers: '看得到这一页的，只有工会干部和求助台的管理员。',
	},
} satisfies Translation<typeof en>
