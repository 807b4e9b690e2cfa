<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>comptoir::ui::BarList</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::BarRow</name>
        <message numerus="yes">
            <source>%n open</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n late</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%n late</numerusform>
                <numerusform>%n late</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::BoardView</name>
        <message numerus="yes">
            <source>calls</source>
            <translation>
                <numerusform>call</numerusform>
                <numerusform>calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>tickets</source>
            <translation>
                <numerusform>ticket</numerusform>
                <numerusform>tickets</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::CallBar</name>
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
    </context>
    <context>
        <name>comptoir::ui::CallerCardView</name>
        <message numerus="yes">
            <source>Correct (%n)</source>
            <translation>
                <numerusform>Correct (%n)</numerusform>
                <numerusform>Correct (%n)</numerusform>
            </translation>
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
        <name>comptoir::ui::ContactView</name>
        <message numerus="yes">
            <source>%n calls</source>
            <translation>
                <numerusform>%n call</numerusform>
                <numerusform>%n calls</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::PendingDrawer</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::QueueFeed</name>
        <message numerus="yes">
            <source>%n tickets are yours</source>
            <translation>
                <numerusform>%n ticket is yours</numerusform>
                <numerusform>%n tickets are yours</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::QueueView</name>
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
    </context>
    <context>
        <name>comptoir::ui::SignInWindow</name>
        <message numerus="yes">
            <source>Several wrong passwords. Without the service, the next try counts in %n second(s).</source>
            <translation>
                <numerusform>Several wrong passwords. Without the service, the next try counts in %n second.</numerusform>
                <numerusform>Several wrong passwords. Without the service, the next try counts in %n seconds.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Several wrong passwords. Without the service, the next try counts in %n minute(s).</source>
            <translation>
                <numerusform>Several wrong passwords. Without the service, the next try counts in %n minute.</numerusform>
                <numerusform>Several wrong passwords. Without the service, the next try counts in %n minutes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::StatusStrip</name>
        <message numerus="yes">
            <source>Sending %n change(s)</source>
            <translation>
                <numerusform>Sending %n change</numerusform>
                <numerusform>Sending %n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) refused</source>
            <translation>
                <numerusform>%n change refused</numerusform>
                <numerusform>%n changes refused</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) kept here, sent when the network is back</source>
            <translation>
                <numerusform>%n change kept here, sent when the network is back</numerusform>
                <numerusform>%n changes kept here, sent when the network is back</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) kept here, sent after the sign-in</source>
            <translation>
                <numerusform>%n change kept here, sent after the sign-in</numerusform>
                <numerusform>%n changes kept here, sent after the sign-in</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TicketHeader</name>
        <message numerus="yes">
            <source>%n ticket(s) attached</source>
            <translation>
                <numerusform>%n ticket attached</numerusform>
                <numerusform>%n tickets attached</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TicketLines</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::SignOutQuestion</name>
        <message numerus="yes">
            <source>%n change(s) not sent yet stay here, behind your password, and go out after your next sign-in.</source>
            <translation>
                <numerusform>%n change not sent yet stays here, behind your password, and goes out after your next sign-in.</numerusform>
                <numerusform>%n changes not sent yet stay here, behind your password, and go out after your next sign-in.</numerusform>
            </translation>
        </message>
    </context>
</TS>
