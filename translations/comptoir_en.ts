<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>comptoir::ui</name>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer, then hang up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold, resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift F8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the wrap-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the machine over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct who calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep or save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl ⏎</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve now, confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach to the major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift ↑ ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to number, requester or summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl 1 2 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues, table, right pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back; nothing is ever lost by it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::ActionPanel</name>
    <message>
        <source>Ctrl ⏎</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow at 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in three days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on another date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::AssistPanel</name>
    <message>
        <source>The person agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it in the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tool of the desk&apos;s policy reaches this machine. Go on by telephone, or send somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take control of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person first: “May I take control of your computer?” Their answer is written in the ticket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool starts. What happens is read from its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have control of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the tool&apos;s window or press the button when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tool does not tell when it ends: press the button when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote help did not start: %1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote help did not start: it was refused on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote help did not start: %1 did not accept the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote help did not start: the tool is not installed on this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote help ended: the connection to %1 broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote help on %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::BarList</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open ticket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more, %1 open</source>
        <translation>
            <numerusform>%n more, %1 open</numerusform>
            <numerusform>%n more, %1 open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comptoir::ui::BarRow</name>
    <message>
        <source>%1: %2 open, %3 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::BoardView</name>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open tickets by organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls taken today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed calls today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due within 2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without assignee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figures of %1, %2</source>
        <comment>day, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by this desk&apos;s mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::CallBar</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End wrap-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your state; press to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers the call that rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the caller on hold, or takes the call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes the call on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are available again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds people and tickets as you type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rings: answer on the telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No telephone connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls waiting</source>
        <translation>
            <numerusform>%n call waiting</numerusform>
            <numerusform>%n calls waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Your state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::CallerCardView</name>
    <message>
        <source>VIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Correct (%n)</source>
        <translation>
            <numerusform>Correct (%n)</numerusform>
            <numerusform>Correct (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is not shown. Ask for the name, then search it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known under this number. Ask for the name, then search it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major incident %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> · and %n more</source>
        <translation>
            <numerusform> · and %n more</numerusform>
            <numerusform> · and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comptoir::ui::CandidateList</name>
    <message>
        <source>Nobody by that name. Type more of it, or add the person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, number, e-mail, department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People it may be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember %1 for this person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::ContactModel</name>
    <message>
        <source>Number withheld</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::ContactView</name>
    <message>
        <source>Call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows the caller&apos;s card, Ctrl Enter calls back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No missed call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who rang and was not answered stands here until called back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls taken and made stand here, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comptoir::ui::DraftView</name>
    <message>
        <source>New ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand the ticket over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the draft; it can be brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helped, for the requester and for the next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done, what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · draft kept at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft %1 was discarded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::EquipmentList</name>
    <message>
        <source>Equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take control of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::FieldRow</name>
    <message>
        <source>Set mine again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours: “%1”. What stands: “%2”. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::IdentityLine</name>
    <message>
        <source>Sure at %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number learned earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same name as the telephone shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed by you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::MainWindow</name>
    <message>
        <source>Nothing stands behind this figure any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::NoteBox</name>
    <message>
        <source>For the requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt ⏎</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the requester will read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::Notice</name>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::OpenTickets</name>
    <message>
        <source>Open tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ticket is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the queue, or begin a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::OperatorRow</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 since %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::OperatorTable</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No operator is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>—, the service is not reached: what the operators do is not known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::PendingDrawer</name>
    <message>
        <source>kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything done here is known to the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is not reached. Everything below is kept on this computer and sent by itself when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session has ended. Everything below is kept on this computer and sent after you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits is sent by itself, in the order it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where it is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this change: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::PersonForm</name>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person needs a last name or an e-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the organisation: the person and their tickets live there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::PriorityMark</name>
    <message>
        <source>Priority %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::QueueFeed</name>
    <message>
        <source>%1 is in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket is yours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::QueueModel</name>
    <message>
        <source>No target stands: the ticket waits or is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First response was due on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution was due on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First response is due on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution is due on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: changes made here are not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::QueueTable</name>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the ticket, Ctrl P takes it, the context-menu key lists what can be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the ticket under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done with the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take</source>
        <comment>a ticket, verb</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::QueueView</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of number, summary, description or requester (Ctrl F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer or shorter words find more; Ctrl K searches everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by due time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 tickets</source>
        <translation>
            <numerusform>%1 ticket</numerusform>
            <numerusform>%1 tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 open</source>
        <translation>
            <numerusform>%1 open</numerusform>
            <numerusform>%1 open</numerusform>
        </translation>
    </message>
    <message>
        <source>state: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state: open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states are shown; press for open tickets only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open tickets only; press for all states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered %1; press to choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::RefusedList</name>
    <message>
        <source>%1 was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands: %1 “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::RightDrawer</name>
    <message>
        <source>Back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::RightPane</name>
    <message>
        <source>Remote help on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::SearchModel</name>
    <message>
        <source>Call %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::SearchPanel</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, number, ticket, words…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people and tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginnings suffice, in any order; accents do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Fewer or shorter words find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⏎ opens   ↑↓ walk   Esc back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::ShortcutSheet</name>
    <message>
        <source>Keys of the desk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::SideModel</name>
    <message>
        <source>My queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is yours just now. Take a ticket of your groups, or open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your groups have nothing open. New tickets come here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody&apos;s ticket has somebody. Well done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No target falls within two hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ticket is open. Ctrl N opens one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <comment>of calls</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No major incident is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This organisation has nothing open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::Sidebar</name>
    <message>
        <source>Queues and calls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::SignInWindow</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comptoir – sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk, with or without the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the network, the password opens the copy kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first sign-in on this computer needs the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not answer and no copy is kept here for this login. Check the address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::StatusStrip</name>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First copy under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sending %n change(s)</source>
        <translation>
            <numerusform>Sending %n change</numerusform>
            <numerusform>Sending %n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the changes not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) refused</source>
        <translation>
            <numerusform>%n change refused</numerusform>
            <numerusform>%n changes refused</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows so far; you can work meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept here, sent when the network is back</source>
        <translation>
            <numerusform>%n change kept here, sent when the network is back</numerusform>
            <numerusform>%n changes kept here, sent when the network is back</numerusform>
        </translation>
    </message>
    <message>
        <source>everything works; changes are kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept here, sent after the sign-in</source>
        <translation>
            <numerusform>%n change kept here, sent after the sign-in</numerusform>
            <numerusform>%n changes kept here, sent after the sign-in</numerusform>
        </translation>
    </message>
    <message>
        <source>work goes on here; changes are sent after the sign-in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::TicketActions</name>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the ticket…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::TicketForm</name>
    <message>
        <source>Major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong, in one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact, urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the person sees, since when, what was tried…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind, channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::TicketHeader</name>
    <message>
        <source>overdue by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) attached</source>
        <translation>
            <numerusform>%n ticket attached</numerusform>
            <numerusform>%n tickets attached</numerusform>
        </translation>
    </message>
    <message>
        <source>Attached to %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::TicketLines</name>
    <message>
        <source>Open tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comptoir::ui::TicketView</name>
    <message>
        <source>Hand the ticket over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done, what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the ticket on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helped, for the requester and for the next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach to another ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7K-141</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::TicketWords</name>
    <message>
        <source>Equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beneficiary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already reported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::TimelineDelegate</name>
    <message>
        <source>Text of the entry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::TimelineModel</name>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::TimelineView</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::Times</name>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::TransferEntry</name>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass the call on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass the call on to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, extension or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>comptoir::ui::Words</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requester</source>
        <comment>what a ticket waits for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supplier</source>
        <comment>what a ticket waits for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spare part</source>
        <comment>what a ticket waits for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appointment</source>
        <comment>what a ticket waits for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other reason</source>
        <comment>what a ticket waits for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switchboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <comment>a telephone line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller hung up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note to the requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <comment>urgency</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>urgency</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <comment>urgency</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lunch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>desk work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 3 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 to 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 to 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine refused the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine did not accept the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller did not agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is not installed on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this entry does not hold. Nothing was changed; correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not here, or not within your rights. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done in the ticket&apos;s present state. Nothing was changed; look at its history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rights do not reach this far. Nothing was changed; a supervisor can grant them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login or password is not right. Nothing is lost; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk could not be read or written. What was saved before is kept; check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is kept; free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy is damaged. Unsent changes are kept apart; the copy will be fetched anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy was written by a newer version. It is kept as it is; install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window already uses this desk&apos;s copy. It is kept as it is; use that window or close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service was not reached. Everything is kept here and sent when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer took too long. Everything is kept here; it will be tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is busy just now. Nothing is lost; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service answered something unexpected. Everything is kept here; tell your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else took it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed elsewhere in the meantime: both versions are kept, choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer there. What you wrote is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rights do not reach this far. What you wrote is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service could not accept it. What you wrote is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking in charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beneficiary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
