import type { Translation } from '../../resources'
import type en from '../en/benefits'

export default {
	title: '会员权益',
} satisfies Translation<typeof en>
