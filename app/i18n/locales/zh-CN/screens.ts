import account from './account'
import benefits from './benefits'
import campaigns from './campaigns'
import card from './card'
import cases from './cases'
import common from './common'
import desk from './desk'
import drives from './drives'
import fairness from './fairness'
import figures from './figures'
import files from './files'
import filing from './filing'
import home from './home'
import join from './join'
import live from './live'
import mailbox from './mailbox'
import members from './members'
import membership from './membership'
import operator from './operator'
import reports from './reports'
import republish from './republish'
import roster from './roster'
import stations from './stations'
import track from './track'
import transfers from './transfers'
import union from './union'

export default {
	account,
	benefits,
	campaigns,
	card,
	cases,
	common,
	desk,
	drives,
	fairness,
	figures,
	files,
	filing,
	home,
	join,
	live,
	mailbox,
	members,
	membership,
	operator,
	reports,
	republish,
	roster,
	stations,
	track,
	transfers,
	union,
}
