import account from './account'
import cases from './cases'
import common from './common'
import desk from './desk'
import files from './files'
import filing from './filing'
import home from './home'
import mailbox from './mailbox'
import operator from './operator'
import track from './track'
import union from './union'

export default { account, cases, common, desk, files, filing, home, mailbox, operator, track, union }
