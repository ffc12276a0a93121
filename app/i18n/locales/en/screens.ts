import account from './account'
import benefits from './benefits'
import campaigns from './campaigns'
import cases from './cases'
import common from './common'
import desk from './desk'
import drives from './drives'
import files from './files'
import filing from './filing'
import home from './home'
import join from './join'
import mailbox from './mailbox'
import members from './members'
import operator from './operator'
import roster from './roster'
import track from './track'
import union from './union'

export default {
	account,
	benefits,
	campaigns,
	cases,
	common,
	desk,
	drives,
	files,
	filing,
	home,
	join,
	mailbox,
	members,
	operator,
	roster,
	track,
	union,
}
