package codegen

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/token"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Go names are made of the words of SQL names: user_id is UserID. A word is a
// run of letters and digits; a capital after a small letter starts one, too.
//
// Different SQL names may so come to the same Go name. Then none of them gets
// it: each gets it with a few digits of the hash of its SQL name behind. A
// program that used the name stops compiling when a second claimant appears;
// it never means another trigger than before.

// initialisms are the words that Go writes in capitals.
var initialisms = goWords(`
acl amqp api ascii cpu css db dns eof gid guid html http https id ip json qps ram rpc rtp sip sla smtp
sql ssh tcp tls ts ttl udp ui uid uri url utf8 uuid vm xml xmpp xsrf xss`)

// reserved are the exported names of the runtime, and those it may have one
// day.
var reserved = goWords(`
All AsViolation Beginner Deferrable DeferrableTrigger Defer Drift DriftAltered DriftDisabled DriftFiring
DriftMissing DriftOutdated DriftShadowed DriftState IgnorableDeferrableTrigger Ignorable
IgnorableTrigger Ignore IgnoreAll Immediate Machine Querier Transition Trigger Verify VerifyError VerifySchema Violation
WithContext`)

func goWords(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// words returns the words of an SQL name as they stand in a Go name. A name
// of symbols alone is told by their numbers.
func words(name string) []string {
	var list []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			list = append(list, capitalize(word))
			word = word[:0]
		}
	}
	for _, r := range name {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush()
			continue
		case unicode.IsUpper(r) && len(word) > 0 && unicode.IsLower(word[len(word)-1]):
			flush()
		}
		word = append(word, r)
	}
	flush()
	if list == nil {
		for _, r := range name {
			list = append(list, fmt.Sprintf("U%04X", r))
		}
	}
	return list
}

func capitalize(word []rune) string {
	lower := strings.ToLower(string(word))
	if initialisms[lower] {
		return strings.ToUpper(lower)
	}
	if one, ok := strings.CutSuffix(lower, "s"); ok && initialisms[one] {
		return strings.ToUpper(one) + "s"
	}
	return string(unicode.ToUpper(word[0])) + string(word[1:])
}

// join appends words to a Go name. Two digits do not meet: v1_2 is V1_2, not
// the V12 of v12, and golint grants that underscore.
func join(name string, words []string) string {
	var b strings.Builder
	b.WriteString(name)
	last, _ := utf8.DecodeLastRuneInString(name)
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsDigit(first) && unicode.IsDigit(last) {
			b.WriteByte('_')
		}
		b.WriteString(w)
		last, _ = utf8.DecodeLastRuneInString(w)
	}
	return b.String()
}

// exported returns the words as one exported Go name: what starts with a
// digit gets an N before it, and what starts with a letter that has no
// capital form, as in Chinese, an X.
func exported(words []string) string {
	name := join("", words)
	first, _ := utf8.DecodeRuneInString(name)
	switch {
	case unicode.IsUpper(first):
		return name
	case unicode.IsDigit(first):
		return "N" + name
	}
	return "X" + name
}

// unexported returns the words as one Go name that is not exported, and no key
// word: those of Go are all small letters of ASCII.
func unexported(words []string) string {
	name := exported(words)
	first := []rune(name)[:1]
	rest := name[len(string(first)):]
	if w := []rune(words[0]); len(w) > 1 && initialisms[strings.ToLower(words[0])] {
		first, rest = []rune(words[0]), name[len(words[0]):]
	}
	name = strings.ToLower(string(first)) + rest
	if token.IsKeyword(name) || name == "" || unicode.IsUpper([]rune(name)[0]) {
		name = "key" + exported(words)
	}
	return name
}

// A claim is a Go name that something of the database would have. The id
// tells it from all others.
type claim struct{ name, id string }

// settle returns the names that the claims get, all different and none taken,
// and adds them to taken. The order of claims does not matter.
func settle(claims []claim, taken map[string]bool) []string {
	claimants := map[string][]int{}
	for i, c := range claims {
		claimants[c.name] = append(claimants[c.name], i)
	}
	names := make([]string, len(claims))
	var contested []string
	for name, list := range claimants {
		if len(list) > 1 || taken[name] {
			contested = append(contested, name)
		} else {
			names[list[0]] = name
		}
	}
	for name := range claimants {
		taken[name] = true // a contested name, too, goes to no one
	}
	slices.Sort(contested)
	for _, name := range contested {
		for digits := 4; ; digits += 4 {
			got := map[string]bool{}
			for _, i := range claimants[name] {
				sum := sha256.Sum256([]byte(claims[i].id))
				names[i] = name + hex.EncodeToString(sum[:])[:digits]
				if !taken[names[i]] {
					got[names[i]] = true
				}
			}
			if len(got) == len(claimants[name]) {
				maps.Copy(taken, got)
				break
			}
		}
	}
	return names
}
