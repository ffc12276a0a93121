import type { Translation } from '../../resources'
import type en from '../en/campaigns'

export default {
	title: '二维码与站点',
} satisfies Translation<typeof en>
