import type { Translation } from '../../resources'
import type en from '../en/join'

export default {
	title: '加入工会',
} satisfies Translation<typeof en>
