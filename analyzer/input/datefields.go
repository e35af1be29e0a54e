package input

import "strings"

// A kind is what a field of a date or time looks like.
type kind int

const (
	numberField kind = iota // digits, and maybe a point
	dateField               // digits or letters with punctuation; names of zones too
	timeField               // digits and colons
	wordField               // letters
	offsetField             // a sign and digits
	signedField             // a sign and letters
)

type field struct {
	kind kind
	text string // in lower case
}

// maxFields is how many fields Postgres reads.
const maxFields = 25

// split cuts a date, time or interval into fields. Postgres copies them to a
// buffer, which may be too small.
func split(text string, buffer int) (fields []field, f fault) {
	used := 0
	lower := strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, text)
	for i := 0; i < len(lower); {
		b := lower[i]
		if isSpace(b) {
			i++
			continue
		}
		if len(fields) >= maxFields {
			return nil, badFormat
		}
		var k kind
		start, prefix := i, ""
		take := func(class func(byte) bool) { i += span(lower[i:], class) }
		switch {
		case isDigit(b):
			take(isDigit)
			switch delimiter := at(lower, i); delimiter {
			case ':':
				k = timeField
				take(func(b byte) bool { return isDigit(b) || b == ':' || b == '.' })
			case '-', '/', '.':
				i++
				k = dateField
				if !isDigit(at(lower, i)) {
					take(func(b byte) bool { return isDigit(b) || isAlpha(b) || b == delimiter })
					break
				}
				if delimiter == '.' {
					k = numberField
				}
				take(isDigit)
				if at(lower, i) == delimiter {
					k = dateField
					take(func(b byte) bool { return isDigit(b) || b == delimiter })
				}
			default:
				k = numberField
			}
		case b == '.':
			i++
			take(isDigit)
			k = numberField
		case isAlpha(b):
			take(isAlpha)
			k = wordField
			next := at(lower, i)
			_, known := dateWords[truncate(lower[start:i])]
			if next == '-' || next == '/' || next == '.' || (next == '+' || isDigit(next)) && !known {
				k = dateField
				take(func(b byte) bool {
					return isDigit(b) || isAlpha(b) || b != 0 && strings.IndexByte("+-/_.:", b) >= 0
				})
			}
		case b == '+' || b == '-':
			prefix = string(b)
			i++
			take(isSpace)
			start = i
			switch {
			case isDigit(at(lower, i)):
				k = offsetField
				take(func(b byte) bool { return isDigit(b) || b == ':' || b == '.' || b == '-' })
			case isAlpha(at(lower, i)):
				k = signedField
				take(isAlpha)
			default:
				return nil, badFormat
			}
		case isPunct(b):
			i++
			continue
		default:
			return nil, badFormat
		}
		one := field{k, prefix + lower[start:i]}
		if used+len(one.text) >= buffer {
			return nil, badFormat
		}
		used += len(one.text) + 1
		fields = append(fields, one)
	}
	return fields, none
}

// truncate cuts a word to what Postgres compares of it.
func truncate(word string) string {
	if len(word) > 10 {
		return word[:10]
	}
	return word
}

// Parts of a date and time that have been read; words have bits of their own,
// for most may stand only once.
type parts uint32

const (
	yearPart parts = 1 << iota
	monthPart
	dayPart
	yearDayPart
	timePart
	zonePart
	summerPart   // a zone's summer time
	modifierPart // DST
	reservedPart
	weekdayPart
	noonPart
	eraPart

	datePart = yearPart | monthPart | dayPart
)

// A dateWord is a keyword in dates and times.
type dateWord struct {
	class class
	value int32
}

type class int

const (
	ignored class = iota + 1
	reserved
	monthName
	weekday
	noon // AM, PM
	era  // AD, BC
	unit
	isoTime // T
	summer  // DST
)

// The values of reserved words.
const (
	_ = iota
	epoch
	infinity
	minusInfinity
	now
	today // or a day beside it
	zulu
)

// The units that dates have.
const (
	_ = iota
	julianUnit
	timeUnit
	yearUnit // these were read before version 16
	monthUnitOfDate
	dayUnitOfDate
	clockUnit
	otherUnit
)

const (
	am = iota + 1
	pm
	bc
)

var dateWords = map[string]dateWord{
	"-infinity": {reserved, minusInfinity}, "infinity": {reserved, infinity}, "epoch": {reserved, epoch},
	"now": {reserved, now}, "today": {reserved, today}, "tomorrow": {reserved, today}, "yesterday": {reserved, today},
	"allballs": {reserved, zulu},
	"ad":       {era, 0}, "bc": {era, bc}, "am": {noon, am}, "pm": {noon, pm}, "at": {ignored, 0}, "on": {ignored, 0},
	"dst": {summer, 0}, "t": {isoTime, timeUnit},
	"j": {unit, julianUnit}, "jd": {unit, julianUnit}, "julian": {unit, julianUnit},
	"d": {unit, dayUnitOfDate}, "dow": {unit, otherUnit}, "doy": {unit, otherUnit}, "h": {unit, clockUnit},
	"isodow": {unit, otherUnit}, "isoyear": {unit, otherUnit}, "m": {unit, monthUnitOfDate}, "mm": {unit, clockUnit},
	"s": {unit, clockUnit}, "y": {unit, yearUnit},
	"jan": {monthName, 1}, "january": {monthName, 1}, "feb": {monthName, 2}, "february": {monthName, 2},
	"mar": {monthName, 3}, "march": {monthName, 3}, "apr": {monthName, 4}, "april": {monthName, 4}, "may": {monthName, 5},
	"jun": {monthName, 6}, "june": {monthName, 6}, "jul": {monthName, 7}, "july": {monthName, 7},
	"aug": {monthName, 8}, "august": {monthName, 8}, "sep": {monthName, 9}, "sept": {monthName, 9}, "september": {monthName, 9},
	"oct": {monthName, 10}, "october": {monthName, 10}, "nov": {monthName, 11}, "november": {monthName, 11},
	"dec": {monthName, 12}, "december": {monthName, 12},
	"mon": {weekday, 0}, "monday": {weekday, 0}, "tue": {weekday, 0}, "tues": {weekday, 0}, "tuesday": {weekday, 0},
	"wed": {weekday, 0}, "weds": {weekday, 0}, "wednesday": {weekday, 0}, "thu": {weekday, 0}, "thur": {weekday, 0},
	"thurs": {weekday, 0}, "thursday": {weekday, 0}, "fri": {weekday, 0}, "friday": {weekday, 0},
	"sat": {weekday, 0}, "saturday": {weekday, 0}, "sun": {weekday, 0}, "sunday": {weekday, 0},
	"+infinity": {reserved, infinity},
}
