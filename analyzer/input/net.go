package input

import (
	"regexp"
	"strings"
)

// oddIPv6 is an IPv6 address that ends with one of IPv4 in an odd form, or
// with a colon.
var oddIPv6 = regexp.MustCompile(`^[0-9a-fA-F:]*:([0-9]*\.[0-9.]*|/\d+|[0-9.]*\./\d+)(/\d+)?$`)

func (c checker) network(text string, cidr bool) *Mistake {
	sqlType := "inet"
	if cidr {
		sqlType = "cidr"
	}
	var address []byte
	var length int
	var ok, unsure bool
	if strings.Contains(text, ":") {
		address, length, ok = ipv6(text)
		unsure = !ok && oddIPv6.MatchString(text)
	} else {
		address, length, ok, unsure = ipv4(text, cidr)
	}
	switch {
	case unsure:
		*c.doubt = true
		return nil
	case !ok:
		return invalid(sqlType, text)
	case cidr && !zeroBehind(address, length):
		return &Mistake{invalidText, `invalid cidr value: "` + text + `"`}
	}
	return nil
}

// zeroBehind reports whether no bit is set behind the netmask.
func zeroBehind(address []byte, length int) bool {
	for i, b := range address {
		if keep := min(max(length-8*i, 0), 8); b<<keep != 0 {
			return false
		}
	}
	return true
}

// ipv4 reads an address and the length of its netmask. Octets at the end may
// be left out if there is a length; a cidr has one from its class. What cidr
// makes of hexadecimal digits is not known here.
func ipv4(s string, cidr bool) (address []byte, length int, ok, unsure bool) {
	if cidr && at(s, 0) == '0' && at(s, 1)|0x20 == 'x' {
		return nil, 0, false, true
	}
	length = -1
	for s != "" && isDigit(s[0]) {
		octet := 0
		n := span(s, isDigit)
		for _, b := range []byte(s[:n]) {
			if octet = octet*10 + int(b-'0'); octet > 255 {
				return nil, 0, false, false
			}
		}
		if len(address) == 4 {
			return nil, 0, false, false
		}
		address = append(address, byte(octet))
		s = s[n:]
		if s == "" || s[0] == '/' {
			break
		}
		if s[0] != '.' {
			return nil, 0, false, false
		}
		s = s[1:]
		if s != "" && s[0] != '/' && !isDigit(s[0]) {
			return nil, 0, false, false
		}
		unsure = s == "" || s[0] == '/' // a point at the end
	}
	if len(address) > 0 && at(s, 0) == '/' && isDigit(at(s, 1)) {
		n := span(s[1:], isDigit)
		length = 0
		for _, b := range []byte(s[1 : 1+n]) {
			if length = length*10 + int(b-'0'); length > 32 {
				return nil, 0, false, false
			}
		}
		s = s[1+n:]
	}
	if s != "" || len(address) == 0 {
		return nil, 0, false, false
	}
	if length < 0 && len(address) < 4 && unsure {
		return nil, 0, false, false
	}
	given := len(address)
	if length < 0 {
		switch {
		case given == 4:
			length = 32
		case !cidr:
			return nil, 0, false, unsure
		default:
			length = max(classLength(address[0]), 8*given)
		}
	}
	address = append(address, make([]byte, 4-given)...)
	if !cidr && length/8 > given {
		return nil, 0, false, unsure
	}
	return address, length, true, unsure
}

// classLength is the netmask that the class of a network has.
func classLength(first byte) int {
	switch {
	case first >= 240:
		return 32
	case first >= 224:
		return 8
	case first >= 192:
		return 24
	case first >= 128:
		return 16
	}
	return 8
}

func ipv6(s string) (address []byte, length int, ok bool) {
	length = 128
	if i := strings.IndexByte(s, '/'); i >= 0 {
		mask := s[i+1:]
		n := span(mask, isDigit)
		if n == 0 || n < len(mask) || n > 1 && mask[0] == '0' {
			return nil, 0, false
		}
		length = 0
		for _, b := range []byte(mask) {
			if length = length*10 + int(b-'0'); length > 128 {
				return nil, 0, false
			}
		}
		s = s[:i]
	}
	head, tail, gap := strings.Cut(s, "::")
	first, ok := groups(head, gap)
	if !ok {
		return nil, 0, false
	}
	last, ok := groups(tail, true)
	if !ok || strings.Contains(head, ".") && gap {
		return nil, 0, false
	}
	switch {
	case !gap && len(first) != 16, gap && len(first)+len(last) > 14:
		return nil, 0, false
	}
	address = append(first, make([]byte, 16-len(first)-len(last))...)
	return append(address, last...), length, true
}

// groups reads groups of four hexadecimal digits; the last may be an address
// of IPv4.
func groups(s string, mayBeEmpty bool) (address []byte, ok bool) {
	if s == "" {
		return nil, mayBeEmpty
	}
	parts := strings.Split(s, ":")
	for i, part := range parts {
		if i == len(parts)-1 && strings.Contains(part, ".") {
			octets := strings.Split(part, ".")
			if len(octets) != 4 {
				return nil, false
			}
			for _, o := range octets {
				value := 0
				for _, b := range []byte(o) {
					if !isDigit(b) || value > 255 {
						return nil, false
					}
					value = value*10 + int(b-'0')
				}
				if o == "" || value > 255 || len(o) > 1 && o[0] == '0' {
					return nil, false
				}
				address = append(address, byte(value))
			}
			continue
		}
		if part == "" || len(part) > 4 || span(part, isHex) < len(part) {
			return nil, false
		}
		value := uint64(0)
		for _, b := range []byte(part) {
			value = value<<4 | digit(b)
		}
		address = append(address, byte(value>>8), byte(value))
	}
	return address, true
}

// macForms are the forms of a macaddr, as C's scanf knows them: X is a number
// of any length, x one of two digits at most.
var macForms = []string{"X:X:X:X:X:X", "X-X-X-X-X-X", "xxx:xxx", "xxx-xxx", "xx.xx.xx", "xx-xx-xx", "xxxxxx"}

func macaddr(text string) *Mistake {
	if strings.Contains(strings.ToLower(text), "0x") {
		return nil // libraries differ in what they read of 0x
	}
	for _, form := range macForms {
		values, ok := scan(text, form)
		if !ok {
			continue
		}
		for _, v := range values {
			if v < 0 || v > 255 {
				return &Mistake{outOfRange, `invalid octet value in "macaddr" value: "` + text + `"`}
			}
		}
		return nil
	}
	return invalid("macaddr", text)
}

// scan reads a text in a form, with spaces before numbers and at the end.
func scan(s, form string) (values []int64, ok bool) {
	for _, f := range []byte(form) {
		if f == ':' || f == '-' || f == '.' {
			if at(s, 0) != f {
				return nil, false
			}
			s = s[1:]
			continue
		}
		s = trimLeft(s)
		width := len(s)
		if f == 'x' {
			width = min(2, width)
		}
		i := 0
		negative := at(s, 0) == '-'
		if (negative || at(s, 0) == '+') && width > 0 {
			i++
		}
		start := i
		var value int64
		for ; i < width && isHex(s[i]); i++ {
			value = value<<4 | int64(digit(s[i]))
			if value > 1<<40 {
				value = 1 << 40
			}
		}
		if i == start {
			return nil, false
		}
		if negative {
			value = -value
		}
		values = append(values, value)
		s = s[i:]
	}
	return values, blank(s)
}

// macaddr8 checks six or eight pairs of digits; one separator is used
// throughout, between any pairs.
func macaddr8(text string) *Mistake {
	bad := invalid("macaddr8", text)
	s := trimLeft(text)
	separator, count := byte(0), 0
	for {
		if !isHex(at(s, 0)) || !isHex(at(s, 1)) {
			return bad
		}
		count++
		s = s[2:]
		if count > 8 {
			return bad
		}
		if b := at(s, 0); b == ':' || b == '-' || b == '.' {
			if separator != 0 && separator != b {
				return bad
			}
			separator = b
			s = s[1:]
		}
		// A last character alone is not looked at.
		if (count == 6 || count == 8) && (blank(s) || len(s) == 1) {
			return nil
		}
	}
}
