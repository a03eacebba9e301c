<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AppointmentSheet</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform><numerusform>%n visits</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n no-show(s)</source>
        <translation>
            <numerusform>%n no-show</numerusform><numerusform>%n no-shows</numerusform></translation>
    </message>
</context>
<context>
    <name>BoardCounts</name>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform><numerusform>%n sales</numerusform></translation>
    </message>
</context>
<context>
    <name>BooksPage</name>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform><numerusform>%n sales</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n void</source>
        <translation>
            <numerusform>%n void</numerusform><numerusform>%n void</numerusform></translation>
    </message>
</context>
<context>
    <name>CustomerCounts</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform><numerusform>%n visits</numerusform></translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message numerus="yes">
        <source>%n called off late</source>
        <translation>
            <numerusform>%n called off late</numerusform><numerusform>%n called off late</numerusform></translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform><numerusform>%n found</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform><numerusform>%n customers</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportTab</name>
    <message numerus="yes">
        <source>Reading %n file(s)…</source>
        <translation>
            <numerusform>Reading %n file…</numerusform><numerusform>Reading %n files…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be used; they are listed below and kept with the import.</source>
        <translation>
            <numerusform>%n row could not be used; they are listed below and kept with the import.</numerusform><numerusform>%n rows could not be used; they are listed below and kept with the import.</numerusform></translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message numerus="yes">
        <source>%n new customer(s)</source>
        <translation>
            <numerusform>%n new customer</numerusform><numerusform>%n new customers</numerusform></translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message numerus="yes">
        <source>{source} beats the industry by %n point(s)</source>
        <translation>
            <numerusform>{source} beats the industry by %n point</numerusform><numerusform>{source} beats the industry by %n points</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{source} trails it by %n point(s)</source>
        <translation>
            <numerusform>{source} trails it by %n point</numerusform><numerusform>{source} trails it by %n points</numerusform></translation>
    </message>
</context>
<context>
    <name>TakingsCard</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform><numerusform>%n visits</numerusform></translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform><numerusform>%n sales</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s)</source>
        <translation>
            <numerusform>%n new customer</numerusform><numerusform>%n new customers</numerusform></translation>
    </message>
</context>
<context>
    <name>UnknownCard</name>
    <message numerus="yes">
        <source>%n customer(s) whose source is unknown</source>
        <translation>
            <numerusform>%n customer whose source is unknown</numerusform><numerusform>%n customers whose source is unknown</numerusform></translation>
    </message>
</context>
</TS>
