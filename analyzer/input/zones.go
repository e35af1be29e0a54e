package input

import (
	"regexp"
	"strconv"
	"strings"
)

// zoneWords are words that name a time zone on some server: abbreviations of
// the sets that come with Postgres and of the time zone database, and names of
// zones without punctuation. Which of them a server knows is its own matter.
const zoneWords = ` acdt acsst acst act acwst addt admt adt aedt aesst aest aft ahdt ahst akdt akst almst almt amst amt
anast anat apt aqtst aqtt arst art ast awdt awsst awst awt azost azot azst azt bdst bdt bmt bnt bort
bot bra brst brt bst btt cadt cast cat cct cdt cemt cest cet cetdst chadt chast chost chot chst chut
cit ckt clst clt cmt cot cpt cst cuba cvt cwst cwt cxt davt ddut dmt easst east eat ect edt eest eet
eetdst egst egt egypt eire eit emt ept est ewt factory fet ffmt fjst fjt fkst fkt fmt fnst fnt galt
gamt gb gdt gest get gft gilt gmt greenwich gst gyt hadt hast hdt hkst hkt hkwt hmt hongkong hovst
hovt hpt hst hwt iceland ict iddt idt imt iot iran irdt irkst irkt irst irt israel ist jamaica japan
jayt jdt jmt jst kdt kgst kgt kmt kost krast krat kst kwajalein lhdt lhst libya ligt lint lkt lmt
localtime lst magst magt mart mawt mdst mdt mest mesz met metdst mez mht mist mmt mpt msd msk mst
must mut mvt mwt myt navajo nct nddt ndt nft novst novt npt nrt nst nut nwt nz nzdt nzmt nzst nzt
omsst omst orat pdt pet petst pett pgt phot pht pkst pkt plmt pmdt pmst pmt poland pont portugal
posixrules ppmt ppt prc pst pwt pyst pyt qmt qyzt ret rmt roc rok rott sadt sakst sakt samst samt
sast sat sbt sct sdmt sgt singapore sjmt smt sret srt sst syot taht tbmt tft tjt tkt tlt tmt tot
trut turkey tvt uct ulast ulat universal ut utc uyst uyt uzst uzt vet vlast vlat volt vost vut wadt
wakt wast wat wdt wemt west wet wetdst wft wgst wgt wib wit wita wmt wsdt wsst wst xjt yakst yakt
yapt yddt ydt yekst yekt ypt yst ywt z zmt zulu `

// defaultZones are those of the words that a server knows unless
// timezone_abbreviations is changed.
const defaultZones = ` acdt acsst acst act acwst adt aedt aesst aest aft akdt akst almst almt amst amt anast anat arst art
ast awsst awst azost azot azst azt bdst bdt bnt bort bot bra brst brt bst btt cadt cast cct cdt cest
cet cetdst chadt chast chut ckt clst clt cot cst cxt davt ddut easst east eat edt eest eet eetdst
egst egt est fet fjst fjt fkst fkt fnst fnt galt gamt gest get gft gilt gmt gyt hkt hst ict idt iot
irkst irkt irt ist jayt jst kdt kgst kgt kost krast krat kst lhdt lhst ligt lint lkt magst magt mart
mawt mdt mest mesz met metdst mez mht mmt mpt msd msk mst must mut mvt myt ndt nft novst novt npt
nst nut nzdt nzst nzt omsst omst pdt pet petst pett pgt pht pkst pkt pmdt pmst pont pst pwt pyst pyt
ret sadt sast sct sgt taht tft tjt tkt tmt tot trut tvt uct ulast ulat ut utc uyst uyt uzst uzt vet
vlast vlat volt vut wadt wakt wast wat wdt wet wetdst wft wgst wgt xjt yakst yakt yapt yekst yekt z
zulu `

// zoneRegions are the directories of the time zone database.
const zoneRegions = " africa america antarctica arctic asia atlantic australia brazil canada chile etc europe indian mexico pacific posix right systemv us "

func isZoneWord(word string) bool    { return listed(zoneWords, word) }
func isDefaultZone(word string) bool { return listed(defaultZones, word) }

func listed(list, word string) bool {
	return strings.Contains(strings.ReplaceAll(list, "\n", " "), " "+word+" ")
}

// posixZone is a zone that is written out, as in TZ=CET-1CEST.
var posixZone = regexp.MustCompile(`^[^0-9,+-]*[+-]?(\d+)(:\d+(:\d+)?)?([^0-9,+-]+([+-]?\d+(:\d+(:\d+)?)?)?(,.*)?)?$`)

// plainZone is one that each server takes.
var plainZone = regexp.MustCompile(`^[a-z]{1,20}[+-]?0*(1?\d|2[0-3])(:[0-5]?\d){0,2}([a-z]{1,20})?$`)

// maybeZone reports whether a name with punctuation in it may be a zone. It
// has come into lower case.
func maybeZone(name string) bool {
	if region, _, ok := strings.Cut(name, "/"); ok && strings.Contains(zoneRegions, " "+region+" ") {
		return true
	}
	switch name {
	case "gb-eire", "nz-chat", "w-su":
		return true
	}
	m := posixZone.FindStringSubmatch(name)
	if m == nil {
		return false
	}
	hours, err := strconv.Atoi(m[1])
	return err == nil && hours < 24*7
}
