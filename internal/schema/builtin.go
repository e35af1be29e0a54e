package schema

import "strings"

// A builtinType is a type that Postgres brings.
type builtinType struct {
	sql        string // as format_type shows it
	category   byte   // pg_type.typcategory
	noEquality bool   // record comparison fails with 42883
}

// builtinTypes are the types of pg_catalog by their internal names, arrays and
// row types left out:
//
//	SELECT typname, format_type(oid, NULL), typcategory FROM pg_type
//	WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r', 'm', 'p')
//	  AND NOT (typelem <> 0 AND typname LIKE '\_%')
//
// of Postgres 15, without the types of access method handlers. Whether one has
// equality was asked of record_eq(ROW(NULL::t), ROW(NULL::t)), which looks the
// operator up before it looks at the values.
var builtinTypes = map[string]builtinType{
	"aclitem":                 {`aclitem`, 'U', false},
	"any":                     {`"any"`, 'P', false},
	"anyarray":                {`anyarray`, 'P', false},
	"anycompatible":           {`anycompatible`, 'P', false},
	"anycompatiblearray":      {`anycompatiblearray`, 'P', false},
	"anycompatiblemultirange": {`anycompatiblemultirange`, 'P', false},
	"anycompatiblenonarray":   {`anycompatiblenonarray`, 'P', false},
	"anycompatiblerange":      {`anycompatiblerange`, 'P', false},
	"anyelement":              {`anyelement`, 'P', false},
	"anyenum":                 {`anyenum`, 'P', false},
	"anymultirange":           {`anymultirange`, 'P', false},
	"anynonarray":             {`anynonarray`, 'P', false},
	"anyrange":                {`anyrange`, 'P', false},
	"bit":                     {`bit`, 'V', false},
	"bool":                    {`boolean`, 'B', false},
	"box":                     {`box`, 'G', true},
	"bpchar":                  {`character`, 'S', false},
	"bytea":                   {`bytea`, 'U', false},
	"char":                    {`"char"`, 'Z', false},
	"cid":                     {`cid`, 'U', false},
	"cidr":                    {`cidr`, 'I', false},
	"circle":                  {`circle`, 'G', true},
	"cstring":                 {`cstring`, 'P', true},
	"date":                    {`date`, 'D', false},
	"datemultirange":          {`datemultirange`, 'R', false},
	"daterange":               {`daterange`, 'R', false},
	"event_trigger":           {`event_trigger`, 'P', true},
	"float4":                  {`real`, 'N', false},
	"float8":                  {`double precision`, 'N', false},
	"gtsvector":               {`gtsvector`, 'U', true},
	"inet":                    {`inet`, 'I', false},
	"int2":                    {`smallint`, 'N', false},
	"int2vector":              {`int2vector`, 'A', false},
	"int4":                    {`integer`, 'N', false},
	"int4multirange":          {`int4multirange`, 'R', false},
	"int4range":               {`int4range`, 'R', false},
	"int8":                    {`bigint`, 'N', false},
	"int8multirange":          {`int8multirange`, 'R', false},
	"int8range":               {`int8range`, 'R', false},
	"internal":                {`internal`, 'P', true},
	"interval":                {`interval`, 'T', false},
	"json":                    {`json`, 'U', true},
	"jsonb":                   {`jsonb`, 'U', false},
	"jsonpath":                {`jsonpath`, 'U', true},
	"line":                    {`line`, 'G', true},
	"lseg":                    {`lseg`, 'G', true},
	"macaddr":                 {`macaddr`, 'U', false},
	"macaddr8":                {`macaddr8`, 'U', false},
	"money":                   {`money`, 'N', false},
	"name":                    {`name`, 'S', false},
	"numeric":                 {`numeric`, 'N', false},
	"nummultirange":           {`nummultirange`, 'R', false},
	"numrange":                {`numrange`, 'R', false},
	"oid":                     {`oid`, 'N', false},
	"oidvector":               {`oidvector`, 'A', false},
	"path":                    {`path`, 'G', true},
	"pg_dependencies":         {`pg_dependencies`, 'Z', false},
	"pg_lsn":                  {`pg_lsn`, 'U', false},
	"pg_mcv_list":             {`pg_mcv_list`, 'Z', false},
	"pg_ndistinct":            {`pg_ndistinct`, 'Z', false},
	"pg_node_tree":            {`pg_node_tree`, 'Z', false},
	"pg_snapshot":             {`pg_snapshot`, 'U', true},
	"point":                   {`point`, 'G', true},
	"polygon":                 {`polygon`, 'G', true},
	"record":                  {`record`, 'P', false},
	"refcursor":               {`refcursor`, 'U', true},
	"regclass":                {`regclass`, 'N', false},
	"regcollation":            {`regcollation`, 'N', false},
	"regconfig":               {`regconfig`, 'N', false},
	"regdictionary":           {`regdictionary`, 'N', false},
	"regnamespace":            {`regnamespace`, 'N', false},
	"regoper":                 {`regoper`, 'N', false},
	"regoperator":             {`regoperator`, 'N', false},
	"regproc":                 {`regproc`, 'N', false},
	"regprocedure":            {`regprocedure`, 'N', false},
	"regrole":                 {`regrole`, 'N', false},
	"regtype":                 {`regtype`, 'N', false},
	"text":                    {`text`, 'S', false},
	"tid":                     {`tid`, 'U', false},
	"time":                    {`time without time zone`, 'D', false},
	"timestamp":               {`timestamp without time zone`, 'D', false},
	"timestamptz":             {`timestamp with time zone`, 'D', false},
	"timetz":                  {`time with time zone`, 'D', false},
	"trigger":                 {`trigger`, 'P', true},
	"tsmultirange":            {`tsmultirange`, 'R', false},
	"tsquery":                 {`tsquery`, 'U', false},
	"tsrange":                 {`tsrange`, 'R', false},
	"tstzmultirange":          {`tstzmultirange`, 'R', false},
	"tstzrange":               {`tstzrange`, 'R', false},
	"tsvector":                {`tsvector`, 'U', false},
	"txid_snapshot":           {`txid_snapshot`, 'U', true},
	"unknown":                 {`unknown`, 'X', true},
	"uuid":                    {`uuid`, 'U', false},
	"varbit":                  {`bit varying`, 'V', false},
	"varchar":                 {`character varying`, 'S', false},
	"void":                    {`void`, 'P', true},
	"xid":                     {`xid`, 'U', false},
	"xid8":                    {`xid8`, 'U', false},
	"xml":                     {`xml`, 'U', true},
}

// typeAliases are the names that the grammar, or parse_utilcmd.c for the
// serial ones, replaces by internal ones.
var typeAliases = map[string]string{
	"bigint":                      "int8",
	"bigserial":                   "int8",
	"bit varying":                 "varbit",
	"boolean":                     "bool",
	"character":                   "bpchar",
	"character varying":           "varchar",
	"dec":                         "numeric",
	"decimal":                     "numeric",
	"double precision":            "float8",
	"float":                       "float8",
	"int":                         "int4",
	"integer":                     "int4",
	"real":                        "float4",
	"serial":                      "int4",
	"serial2":                     "int2",
	"serial4":                     "int4",
	"serial8":                     "int8",
	"smallint":                    "int2",
	"smallserial":                 "int2",
	"time with time zone":         "timetz",
	"time without time zone":      "time",
	"timestamp with time zone":    "timestamptz",
	"timestamp without time zone": "timestamp",
}

// serialTypes are the names that make a column NOT NULL with a sequence.
var serialTypes = map[string]bool{
	"bigserial": true, "serial": true, "serial2": true, "serial4": true, "serial8": true, "smallserial": true,
}

// An extensionType is a type of a well-known extension.
type extensionType struct {
	extension  string
	category   byte
	noEquality bool
}

// extensionTypes are types that come with extensions and that schemas use, as
// each extension's own script declares them: the category, and whether there is a
// default btree or hash operator class.
var extensionTypes = map[string]extensionType{
	"box2d":     {"postgis", 'U', true},
	"box3d":     {"postgis", 'U', true},
	"citext":    {"citext", 'S', false},
	"cube":      {"cube", 'U', false},
	"geography": {"postgis", 'U', false},
	"geometry":  {"postgis", 'U', false},
	"halfvec":   {"vector", 'U', false},
	"hstore":    {"hstore", 'U', false},
	"isbn":      {"isn", 'U', false},
	"ltree":     {"ltree", 'U', false},
	"lquery":    {"ltree", 'U', true},
	"raster":    {"postgis_raster", 'U', false},
	"seg":       {"seg", 'U', false},
	"semver":    {"semver", 'S', false},
	"sparsevec": {"vector", 'U', false},
	"vector":    {"vector", 'U', false},
}

// setFunctions are the functions of pg_catalog that no view's target list may
// call if Postgres is to write to the view:
//
//	SELECT proname FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
//	GROUP BY proname HAVING bool_and(prokind IN ('a', 'w') OR proretset)
//
// of Postgres 15, without those named pg_….
var setFunctions = words(`
aclexplode array_agg avg bit_and bit_or bit_xor bool_and bool_or corr count covar_pop covar_samp
cume_dist dense_rank every first_value generate_series generate_subscripts json_agg
json_array_elements json_array_elements_text json_each json_each_text json_object_agg
json_object_keys json_populate_recordset json_to_recordset jsonb_agg jsonb_array_elements
jsonb_array_elements_text jsonb_each jsonb_each_text jsonb_object_agg jsonb_object_keys
jsonb_path_query jsonb_path_query_tz jsonb_populate_recordset jsonb_to_recordset lag last_value lead
max min mode nth_value ntile percent_rank percentile_cont percentile_disc range_agg
range_intersect_agg rank regexp_matches regexp_split_to_table regr_avgx regr_avgy regr_count
regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy row_number stddev stddev_pop
stddev_samp string_agg string_to_table sum ts_debug ts_parse ts_stat ts_token_type txid_snapshot_xip
unnest var_pop var_samp variance xmlagg`)

// triggerFunctions are the functions of pg_catalog that return trigger and are
// made to be used in CREATE TRIGGER.
var triggerFunctions = words(`
suppress_redundant_updates_trigger tsvector_update_trigger tsvector_update_trigger_column
unique_key_recheck`)

// IsTriggerFunction reports whether a function of Postgres itself, by its
// unqualified name, can be executed by a trigger.
func IsTriggerFunction(name string) bool { return triggerFunctions[name] }

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
