<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s)</source>
        <translation>
            <numerusform>%n goal</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileNews</name>
    <message numerus="yes">
        <source>%n backup(s) still open with an older key.</source>
        <translation>
            <numerusform>%n backup still opens with an older key.</numerusform>
            <numerusform>%n backups still open with an older key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkPicker</name>
    <message numerus="yes">
        <source>%n note(s) found</source>
        <translation>
            <numerusform>%n note found</numerusform>
            <numerusform>%n notes found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OlderKeys</name>
    <message numerus="yes">
        <source>%n backup(s) still open with an older key.</source>
        <translation>
            <numerusform>%n backup still opens with an older key.</numerusform>
            <numerusform>%n backups still open with an older key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) now open with the present key.</source>
        <translation>
            <numerusform>%n backup now opens with the present key.</numerusform>
            <numerusform>%n backups now open with the present key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnTicks</name>
    <message numerus="yes">
        <source>%n sentence(s) of yours stay off this page.</source>
        <translation>
            <numerusform>%n sentence of yours stays off this page.</numerusform>
            <numerusform>%n sentences of yours stay off this page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message numerus="yes">
        <source>Of %n note(s) only the beginning could be read.</source>
        <translation>
            <numerusform>Of %n note only the beginning could be read.</numerusform>
            <numerusform>Of %n notes only the beginning could be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionNotePage</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorksheetRoom</name>
    <message numerus="yes">
        <source>“{section}” runs %n line(s) over page {page}.</source>
        <translation>
            <numerusform>“{section}” runs one line over page {page}.</numerusform>
            <numerusform>“{section}” runs %n lines over page {page}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>One page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This section runs %n line(s) over page {page}.</source>
        <translation>
            <numerusform>This section runs one line over page {page}.</numerusform>
            <numerusform>This section runs %n lines over page {page}.</numerusform>
        </translation>
    </message>
</context>
</TS>
