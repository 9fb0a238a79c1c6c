# Completion for fish of log-setback, recall, reframe, prompt and resilience-report. The options come from the tools
# themselves. Of the journal only Ids and dates are shown, and never a word that somebody wrote.

# Each option and what it does, with a tab between.
function __stumble_options
    $argv --help-all 2>/dev/null | string match -r '^  -\S.*' | while read -l line
        set -l parts (string match -r '^(-[^ \[]*)(?:\[\S*| [A-Z]\S*)?\s+(.*)$' -- (string trim $line))
        for name in (string split , -- $parts[2])
            printf '%s\t%s\n' $name $parts[3]
        end
    end
end

function __stumble_references
    printf '%s\n' @1\t'the last' @2\t'the one before'
    recall -q --no-input -n 20 --format tsv --columns Id,Date 2>/dev/null | tail -n +2
end

function __stumble_themes
    prompt list 2>/dev/null | cut -f2 | sort -u | string match -v routine
end

function __stumble
    set -l words (commandline -opc)
    set -l tool (basename $words[1])
    set -l subcommands list show run crisis packs lint try
    set -l sub
    test $tool = prompt; and contains -- "$words[2]" $subcommands; and set sub $words[2]
    switch "$tool:$words[-1]"
        case resilience-report:--for
            echo therapist
            return
        case resilience-report:--format
            printf '%s\n' text markdown html json
            return
        case resilience-report:--privacy
            printf '%s\n' counts themes full
            return
        case resilience-report:--by
            printf '%s\n' domain trigger month
            return
        case resilience-report:--since
            printf '%s\n' start last-session
            return
        case resilience-report:--explain
        case recall:-r recall:--recipient
            return
        case '*:--about' '*:--edit' '*:--for' '*:--forget' '*:--undo'
            __stumble_references
            return
        case '*:--format'
            printf '%s\n' rec json tsv csv
            return
        case '*:--color'
            printf '%s\n' auto always never
            return
        case '*:--notice'
            printf '%s\n' auto always
            return
        case '*:--input'
            printf '%s\n' auto text records
            return
        case '*:--last'
            printf '%s\n' week month quarter year
            return
        case '*:--explain' '*:--patterns'
            reframe --list 2>/dev/null
            return
        case '*:-f' '*:--file' '*:--packs' '*:--answers' '*:--identity'
            __fish_complete_path (commandline -ct)
            return
    end
    if string match -q -- '-*' (commandline -ct)
        __stumble_options $words[1] $sub
        return
    end
    switch "$tool:$sub"
        case prompt:
            test (count $words) -eq 1; and printf '%s\n' $subcommands
            __stumble_themes
        case prompt:run
            prompt list routines 2>/dev/null | cut -f1,3
        case prompt:show
            prompt list 2>/dev/null | cut -f1
        case prompt:list
            echo routines
            __stumble_themes
        case prompt:lint prompt:try
            __fish_complete_path (commandline -ct)
        case recall:
            __stumble_references
    end
end

for tool in log-setback recall reframe prompt resilience-report
    complete -c $tool -f -a '(__stumble)'
end
