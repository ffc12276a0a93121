import type { Translation } from '../../resources'
import type en from '../en/members'

export default {
	title: '会员',
} satisfies Translation<typeof en>
