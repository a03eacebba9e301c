<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Alerts</name>
    <message numerus="yes">
        <source>%n appointment(s) soon</source>
        <translation>
            <numerusform>%n appointment soon</numerusform><numerusform>%n appointments soon</numerusform></translation>
    </message>
</context>
<context>
    <name>AppointmentSheet</name>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n date</numerusform><numerusform>%n dates</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) waiting for a time like this</source>
        <translation>
            <numerusform>%n person waiting for a time like this</numerusform><numerusform>%n persons waiting for a time like this</numerusform></translation>
    </message>
</context>
<context>
    <name>BoardCounts</name>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform><numerusform>%n sales</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform><numerusform>%n appointments</numerusform></translation>
    </message>
</context>
<context>
    <name>BookedLine</name>
    <message numerus="yes">
        <source>%n appointment(s) are still to come; they stay on the board.</source>
        <translation>
            <numerusform>%n appointment is still to come; it stays on the board.</numerusform><numerusform>%n appointments are still to come; they stay on the board.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) lie in this time; they stay on the board.</source>
        <translation>
            <numerusform>%n appointment lies in this time; it stays on the board.</numerusform><numerusform>%n appointments lie in this time; they stay on the board.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>CalendarSheet</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform><numerusform>%n appointments</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n that was called off, so that calendars drop it</source>
        <translation>
            <numerusform>%n that was called off, so that calendars drop it</numerusform><numerusform>%n that were called off, so that calendars drop them</numerusform></translation>
    </message>
</context>
<context>
    <name>CardTypesTab</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
</context>
<context>
    <name>CardsTab</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform><numerusform>%n cards</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picked:</source>
        <translation>
            <numerusform>%n picked:</numerusform><numerusform>%n picked:</numerusform></translation>
    </message>
</context>
<context>
    <name>ClosedDays</name>
    <message numerus="yes">
        <source>%n appointment(s) booked then stay: move or cancel them.</source>
        <translation>
            <numerusform>%n appointment booked then stays: move or cancel it.</numerusform><numerusform>%n appointments booked then stay: move or cancel them.</numerusform></translation>
    </message>
</context>
<context>
    <name>CustomerCounts</name>
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
    <message numerus="yes">
        <source>%n called off late</source>
        <translation>
            <numerusform>%n called off late</numerusform><numerusform>%n called off late</numerusform></translation>
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
    <name>DayView</name>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform><numerusform>%n sales</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>%n refund</numerusform><numerusform>%n refunds</numerusform></translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform><numerusform>%n entries</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picked:</source>
        <translation>
            <numerusform>%n picked:</numerusform><numerusform>%n picked:</numerusform></translation>
    </message>
</context>
<context>
    <name>HolidayLines</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
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
    <name>MonthView</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n not closed</source>
        <translation>
            <numerusform>%n not closed</numerusform><numerusform>%n not closed</numerusform></translation>
    </message>
</context>
<context>
    <name>OpenSalesCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform><numerusform>%n appointments</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{file} saved, %n page(s).</source>
        <translation>
            <numerusform>{file} saved, %n page.</numerusform><numerusform>{file} saved, %n pages.</numerusform></translation>
    </message>
</context>
<context>
    <name>PaymentsTab</name>
    <message numerus="yes">
        <source>%n payment(s)</source>
        <translation>
            <numerusform>%n payment</numerusform><numerusform>%n payments</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picked:</source>
        <translation>
            <numerusform>%n picked:</numerusform><numerusform>%n picked:</numerusform></translation>
    </message>
</context>
<context>
    <name>PlaceSheet</name>
    <message numerus="yes">
        <source>%n booking(s) to come stay there.</source>
        <translation>
            <numerusform>%n booking to come stays there.</numerusform><numerusform>%n bookings to come stay there.</numerusform></translation>
    </message>
</context>
<context>
    <name>ProductsTab</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform><numerusform>%n pieces</numerusform></translation>
    </message>
</context>
<context>
    <name>QuickLine</name>
    <message numerus="yes">
        <source>%n more question(s) after this one</source>
        <translation>
            <numerusform>%n more question after this one</numerusform><numerusform>%n more questions after this one</numerusform></translation>
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
    <name>RepeatBox</name>
    <message numerus="yes">
        <source>%n date(s), the last one on {day}.</source>
        <translation>
            <numerusform>%n date, the last one on {day}.</numerusform><numerusform>%n dates, the last one on {day}.</numerusform></translation>
    </message>
</context>
<context>
    <name>SalesTab</name>
    <message numerus="yes">
        <source>%n sale(s) still open</source>
        <translation>
            <numerusform>%n sale still open</numerusform><numerusform>%n sales still open</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picked:</source>
        <translation>
            <numerusform>%n picked:</numerusform><numerusform>%n picked:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s)</source>
        <translation>
            <numerusform>%n sale</numerusform><numerusform>%n sales</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>%n refund</numerusform><numerusform>%n refunds</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n open, {amount} to pay</source>
        <translation>
            <numerusform>%n open, {amount} to pay</numerusform><numerusform>%n open, {amount} to pay</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n void</source>
        <translation>
            <numerusform>%n void</numerusform><numerusform>%n void</numerusform></translation>
    </message>
</context>
<context>
    <name>SeriesSheet</name>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n date</numerusform><numerusform>%n dates</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform><numerusform>%n left out</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n moved</numerusform><numerusform>%n moved</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit</source>
        <translation>
            <numerusform>%n does not fit</numerusform><numerusform>%n do not fit</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) do not fit yet: move them, leave them out, or squeeze them in.</source>
        <translation>
            <numerusform>%n date does not fit yet: move it, leave it out, or squeeze it in.</numerusform><numerusform>%n dates do not fit yet: move them, leave them out, or squeeze them in.</numerusform></translation>
    </message>
</context>
<context>
    <name>StatementSheet</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform><numerusform>%n times</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform><numerusform>%n customers</numerusform></translation>
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
<context>
    <name>VouchersTab</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform><numerusform>%n differences</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n payout(s) without a voucher</source>
        <translation>
            <numerusform>%n payout without a voucher</numerusform><numerusform>%n payouts without a voucher</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n picked:</source>
        <translation>
            <numerusform>%n picked:</numerusform><numerusform>%n picked:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s)</source>
        <translation>
            <numerusform>%n voucher</numerusform><numerusform>%n vouchers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n payout(s)</source>
        <translation>
            <numerusform>%n payout</numerusform><numerusform>%n payouts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) accepted.</source>
        <translation>
            <numerusform>%n difference accepted.</numerusform><numerusform>%n differences accepted.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) written down.</source>
        <translation>
            <numerusform>%n sale written down.</numerusform><numerusform>%n sales written down.</numerusform></translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n more waiting</numerusform><numerusform>%n more waiting</numerusform></translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n day(s) off</source>
        <translation>
            <numerusform>%n day off</numerusform><numerusform>%n days off</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) worked instead</source>
        <translation>
            <numerusform>%n day worked instead</numerusform><numerusform>%n days worked instead</numerusform></translation>
    </message>
</context>
</TS>
