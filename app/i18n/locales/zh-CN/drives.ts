import type { Translation } from '../../resources'
import type en from '../en/drives'

export default {
	title: '会员信息确认',
} satisfies Translation<typeof en>
