{#- What an engine needs before a run, made once: helper functions in schema `functions` on PostgreSQL. -#}
{% macro prepare_engine() %}
    {%- if execute -%}{{ adapter.dispatch('prepare_engine', 'customer_master')() }}{%- endif -%}
{% endmacro %}

{% macro default__prepare_engine() %}{% endmacro %}

{% macro postgres__prepare_engine() %}
create schema if not exists functions;

-- The first match of a pattern or of a group of it; empty when nothing matches, null of null.
create or replace function functions.find_pattern(content text, pattern text, match_group integer) returns text
language plpgsql immutable parallel safe as $function$ begin return
    case when content is not null then coalesce(regexp_substr(content, pattern, 1, 1, '', match_group), '') end; end $function$;

create or replace function functions.remove_accents(content text) returns text
language plpgsql immutable parallel safe as $function$ begin return
    case
        when octet_length(content) = length(content) then content
        else normalize(regexp_replace(normalize(content, nfd), '[{{ combining_marks() }}]', '', 'g'), nfc)
    end; end $function$;

create or replace function functions.without_words(content text, first_words bigint, last_words bigint) returns text
language plpgsql immutable parallel safe as $function$ begin return
    case when content is not null then coalesce((
        select string_agg(word, ' ' order by place)
        from unnest(string_to_array(content, ' ')) with ordinality as words (word, place)
        where place > first_words and place <= cardinality(string_to_array(content, ' ')) - last_words
    ), '') end; end $function$;

create or replace function functions.proper_case(content text) returns text
language plpgsql immutable parallel safe as $function$ begin return
    case
        -- DuckDB writes a sharp s in capitals as one.
        when content <> replace(upper(content), 'ß', 'ẞ') and content <> lower(content) then content
        when content is not null then replace(replace(coalesce((
            select string_agg(
                case
                    when word in ({{ _particles() }}) then word
                    when lower(word) like 'mc__%' then 'Mc' || upper(substr(word, 3, 1)) || substr(word, 4)
                    else replace(upper(substr(word, 1, 1)), 'ß', 'ẞ') || substr(word, 2)
                end, ' ' order by place
            )
            from unnest(string_to_array(
                replace(replace(replace(upper(substr(content, 1, 1)), 'ß', 'ẞ') || lower(substr(content, 2)), '-', '- '), '''', ''' '), ' '
            )) with ordinality as words (word, place)
        ), ''), '- ', '-'), ''' ', '''')
    end; end $function$;

-- What DuckDB reads as a date: of a time the day, an offset left aside.
create or replace function functions.safe_date(content text) returns date
language plpgsql stable parallel safe as $function$ begin return cast(functions.safe_timestamp(content) as date); end $function$;

create or replace function functions.safe_timestamp(content text) returns timestamp
language plpgsql stable parallel safe as $function$ begin return
    case
        when content ~ '^ *[0-9]{1,6}-[0-9]{1,2}-[0-9]{1,2}([T ][0-9:.]+ *(Z|[+-][0-9:]+)?)? *$' and pg_input_is_valid(content, 'timestamp')
            then cast(content as timestamp)
    end; end $function$;

create or replace function functions.sorted_words(content text) returns text
language plpgsql immutable parallel safe as $function$ begin return
    case when content is not null then coalesce((
        select string_agg(word, ' ' order by word collate "C")
        from (select distinct word from unnest(string_to_array(content, ' ')) as words (word)) as words
    ), '') end; end $function$;

create or replace function functions.safe_bigint(content text) returns bigint
language plpgsql immutable parallel safe as $function$ begin return case when pg_input_is_valid(content, 'bigint') then cast(content as bigint) end; end $function$;

-- Jaro-Winkler as DuckDB and RapidFuzz count it: of bytes, transpositions halved downwards, a common start counting above 0.7.
create or replace function functions.jaro_winkler(left_text text, right_text text) returns double precision
language plpgsql immutable strict parallel safe as $function$
declare
    a bytea := convert_to(left_text, 'UTF8');
    b bytea := convert_to(right_text, 'UTF8');
    n integer := length(a);
    m integer := length(b);
    reach integer;
    taken boolean[];
    matched integer[] := '{}';
    matches integer := 0;
    transposed integer := 0;
    place integer := 0;
    same_start integer := 0;
    similarity double precision;
begin
    if n = 0 or m = 0 then return 0.0; end if;
    if left_text = right_text then return 1.0; end if;
    reach := greatest(greatest(n, m) / 2 - 1, 0);
    taken := array_fill(false, array[m]);
    for i in 0 .. n - 1 loop
        for j in greatest(0, i - reach) .. least(m - 1, i + reach) loop
            if not taken[j + 1] and get_byte(a, i) = get_byte(b, j) then
                taken[j + 1] := true;
                matched := matched || get_byte(a, i);
                matches := matches + 1;
                exit;
            end if;
        end loop;
    end loop;
    if matches = 0 then return 0.0; end if;
    for j in 1 .. m loop
        if taken[j] then
            place := place + 1;
            if matched[place] <> get_byte(b, j - 1) then transposed := transposed + 1; end if;
        end if;
    end loop;
    similarity := (
        matches::double precision / n + matches::double precision / m
        + (matches - transposed / 2)::double precision / matches
    ) / 3.0;
    if similarity > 0.7 then
        while same_start < least(4, n, m) and get_byte(a, same_start) = get_byte(b, same_start) loop
            same_start := same_start + 1;
        end loop;
        similarity := similarity + same_start * 0.1::double precision * (1.0 - similarity);
    end if;
    return similarity;
end
$function$;

-- Damerau and Levenshtein's distance of bytes: insertions, deletions, replacements, swaps of neighbours (Lowrance and Wagner 1975).
create or replace function functions.edit_distance(left_text text, right_text text) returns bigint
language plpgsql immutable strict parallel safe as $function$
declare
    a bytea := convert_to(left_text, 'UTF8');
    b bytea := convert_to(right_text, 'UTF8');
    n integer := length(a);
    m integer := length(b);
    width integer := m + 2;
    far integer := n + m;
    d integer[] := array_fill(0, array[(n + 2) * (m + 2)]);
    last_row integer[] := array_fill(0, array[256]);
    last_column integer;
    other_row integer;
    other_column integer;
begin
    if left_text = right_text then return 0; end if;
    d[1] := far;
    for i in 0 .. n loop
        d[(i + 1) * width + 1] := far;
        d[(i + 1) * width + 2] := i;
    end loop;
    for j in 0 .. m loop
        d[j + 2] := far;
        d[width + j + 2] := j;
    end loop;
    for i in 1 .. n loop
        last_column := 0;
        for j in 1 .. m loop
            other_row := last_row[get_byte(b, j - 1) + 1];
            other_column := last_column;
            if get_byte(a, i - 1) = get_byte(b, j - 1) then
                d[(i + 1) * width + j + 2] := d[i * width + j + 1];
                last_column := j;
            else
                d[(i + 1) * width + j + 2] := 1 + least(
                    d[i * width + j + 1], d[(i + 1) * width + j + 1], d[i * width + j + 2]
                );
            end if;
            d[(i + 1) * width + j + 2] := least(
                d[(i + 1) * width + j + 2],
                d[other_row * width + other_column + 1] + (i - other_row - 1) + 1 + (j - other_column - 1)
            );
        end loop;
        last_row[get_byte(a, i - 1) + 1] := i;
    end loop;
    return d[(n + 1) * width + m + 2];
end
$function$;
{% endmacro %}

{#- Unicode's combining marks (categories Mn, Mc, Me) as ranges of a bracket expression. -#}
{% macro combining_marks() -%}
\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1-\u05C2\u05C4-\u05C5\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7-\u06E8\u06EA-\u06ED\u0711\u0730-\u074A\u07A6-\u07B0\u07EB-\u07F3\u07FD\u0816-\u0819\u081B-\u0823\u0825-\u0827\u0829-\u082D\u0859-\u085B\u0898-\u089F\u08CA-\u08E1\u08E3-\u0903\u093A-\u093C\u093E-\u094F\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09BC\u09BE-\u09C4\u09C7-\u09C8\u09CB-\u09CD\u09D7\u09E2-\u09E3\u09FE\u0A01-\u0A03\u0A3C\u0A3E-\u0A42\u0A47-\u0A48\u0A4B-\u0A4D\u0A51\u0A70-\u0A71\u0A75\u0A81-\u0A83\u0ABC\u0ABE-\u0AC5\u0AC7-\u0AC9\u0ACB-\u0ACD\u0AE2-\u0AE3\u0AFA-\u0AFF\u0B01-\u0B03\u0B3C\u0B3E-\u0B44\u0B47-\u0B48\u0B4B-\u0B4D\u0B55-\u0B57\u0B62-\u0B63\u0B82\u0BBE-\u0BC2\u0BC6-\u0BC8\u0BCA-\u0BCD\u0BD7\u0C00-\u0C04\u0C3C\u0C3E-\u0C44\u0C46-\u0C48\u0C4A-\u0C4D\u0C55-\u0C56\u0C62-\u0C63\u0C81-\u0C83\u0CBC\u0CBE-\u0CC4\u0CC6-\u0CC8\u0CCA-\u0CCD\u0CD5-\u0CD6\u0CE2-\u0CE3\u0D00-\u0D03\u0D3B-\u0D3C\u0D3E-\u0D44\u0D46-\u0D48\u0D4A-\u0D4D\u0D57\u0D62-\u0D63\u0D81-\u0D83\u0DCA\u0DCF-\u0DD4\u0DD6\u0DD8-\u0DDF\u0DF2-\u0DF3\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECD\u0F18-\u0F19\u0F35\u0F37\u0F39\u0F3E-\u0F3F\u0F71-\u0F84\u0F86-\u0F87\u0F8D-\u0F97\u0F99-\u0FBC\u0FC6\u102B-\u103E\u1056-\u1059\u105E-\u1060\u1062-\u1064\u1067-\u106D\u1071-\u1074\u1082-\u108D\u108F\u109A-\u109D\u135D-\u135F\u1712-\u1715\u1732-\u1734\u1752-\u1753\u1772-\u1773\u17B4-\u17D3\u17DD\u180B-\u180D\u180F\u1885-\u1886\u18A9\u1920-\u192B\u1930-\u193B\u1A17-\u1A1B\u1A55-\u1A5E\u1A60-\u1A7C\u1A7F\u1AB0-\u1ACE\u1B00-\u1B04\u1B34-\u1B44\u1B6B-\u1B73\u1B80-\u1B82\u1BA1-\u1BAD\u1BE6-\u1BF3\u1C24-\u1C37\u1CD0-\u1CD2\u1CD4-\u1CE8\u1CED\u1CF4\u1CF7-\u1CF9\u1DC0-\u1DFF\u20D0-\u20F0\u2CEF-\u2CF1\u2D7F\u2DE0-\u2DFF\u302A-\u302F\u3099-\u309A\uA66F-\uA672\uA674-\uA67D\uA69E-\uA69F\uA6F0-\uA6F1\uA802\uA806\uA80B\uA823-\uA827\uA82C\uA880-\uA881\uA8B4-\uA8C5\uA8E0-\uA8F1\uA8FF\uA926-\uA92D\uA947-\uA953\uA980-\uA983\uA9B3-\uA9C0\uA9E5\uAA29-\uAA36\uAA43\uAA4C-\uAA4D\uAA7B-\uAA7D\uAAB0\uAAB2-\uAAB4\uAAB7-\uAAB8\uAABE-\uAABF\uAAC1\uAAEB-\uAAEF\uAAF5-\uAAF6\uABE3-\uABEA\uABEC-\uABED\uFB1E\uFE00-\uFE0F\uFE20-\uFE2F\U000101FD\U000102E0\U00010376-\U0001037A\U00010A01-\U00010A03\U00010A05-\U00010A06\U00010A0C-\U00010A0F\U00010A38-\U00010A3A\U00010A3F\U00010AE5-\U00010AE6\U00010D24-\U00010D27\U00010EAB-\U00010EAC\U00010F46-\U00010F50\U00010F82-\U00010F85\U00011000-\U00011002\U00011038-\U00011046\U00011070\U00011073-\U00011074\U0001107F-\U00011082\U000110B0-\U000110BA\U000110C2\U00011100-\U00011102\U00011127-\U00011134\U00011145-\U00011146\U00011173\U00011180-\U00011182\U000111B3-\U000111C0\U000111C9-\U000111CC\U000111CE-\U000111CF\U0001122C-\U00011237\U0001123E\U000112DF-\U000112EA\U00011300-\U00011303\U0001133B-\U0001133C\U0001133E-\U00011344\U00011347-\U00011348\U0001134B-\U0001134D\U00011357\U00011362-\U00011363\U00011366-\U0001136C\U00011370-\U00011374\U00011435-\U00011446\U0001145E\U000114B0-\U000114C3\U000115AF-\U000115B5\U000115B8-\U000115C0\U000115DC-\U000115DD\U00011630-\U00011640\U000116AB-\U000116B7\U0001171D-\U0001172B\U0001182C-\U0001183A\U00011930-\U00011935\U00011937-\U00011938\U0001193B-\U0001193E\U00011940\U00011942-\U00011943\U000119D1-\U000119D7\U000119DA-\U000119E0\U000119E4\U00011A01-\U00011A0A\U00011A33-\U00011A39\U00011A3B-\U00011A3E\U00011A47\U00011A51-\U00011A5B\U00011A8A-\U00011A99\U00011C2F-\U00011C36\U00011C38-\U00011C3F\U00011C92-\U00011CA7\U00011CA9-\U00011CB6\U00011D31-\U00011D36\U00011D3A\U00011D3C-\U00011D3D\U00011D3F-\U00011D45\U00011D47\U00011D8A-\U00011D8E\U00011D90-\U00011D91\U00011D93-\U00011D97\U00011EF3-\U00011EF6\U00016AF0-\U00016AF4\U00016B30-\U00016B36\U00016F4F\U00016F51-\U00016F87\U00016F8F-\U00016F92\U00016FE4\U00016FF0-\U00016FF1\U0001BC9D-\U0001BC9E\U0001CF00-\U0001CF2D\U0001CF30-\U0001CF46\U0001D165-\U0001D169\U0001D16D-\U0001D172\U0001D17B-\U0001D182\U0001D185-\U0001D18B\U0001D1AA-\U0001D1AD\U0001D242-\U0001D244\U0001DA00-\U0001DA36\U0001DA3B-\U0001DA6C\U0001DA75\U0001DA84\U0001DA9B-\U0001DA9F\U0001DAA1-\U0001DAAF\U0001E000-\U0001E006\U0001E008-\U0001E018\U0001E01B-\U0001E021\U0001E023-\U0001E024\U0001E026-\U0001E02A\U0001E130-\U0001E136\U0001E2AE\U0001E2EC-\U0001E2EF\U0001E8D0-\U0001E8D6\U0001E944-\U0001E94A
{%- endmacro %}
