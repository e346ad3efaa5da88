<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he_IL" sourcelanguage="en">
<context>
    <name>Alliance</name>
    <message>
        <source>If one thing had been different today, what?</source>
        <translation>אם דבר אחד היה יכול להיות אחרת היום, מה הוא?</translation>
    </message>
    <message>
        <source>My part today</source>
        <translation>החלק שלי היום</translation>
    </message>
    <message>
        <source>My therapist&apos;s part today</source>
        <translation>החלק של המטפל או המטפלת היום</translation>
    </message>
    <message>
        <source>Save answers</source>
        <translation>שמירת התשובות</translation>
    </message>
</context>
<context>
    <name>AlliancePage</name>
    <message>
        <source>This session has not begun. Choose one that has.</source>
        <translation>הפגישה הזאת עוד לא התחילה. אפשר לבחור פגישה שכבר התחילה.</translation>
    </message>
    <message>
        <source>No therapy yet</source>
        <translation>עדיין אין כאן טיפול</translation>
    </message>
    <message>
        <source>Begin with the therapy this diary is about.</source>
        <translation>כדאי להתחיל בטיפול שהיומן הזה עוסק בו.</translation>
    </message>
    <message>
        <source>You answered for this session on {day}. You can choose another one above.</source>
        <translation>ענית על הפגישה הזאת ב{day}. אפשר לבחור פגישה אחרת למעלה.</translation>
    </message>
    <message>
        <source>Change those answers</source>
        <translation>שינוי התשובות האלה</translation>
    </message>
    <message>
        <source>You answered for this session on {day}. Your changes are not saved yet.</source>
        <translation>ענית על הפגישה הזאת ב{day}. השינויים עדיין לא נשמרו.</translation>
    </message>
    <message>
        <source>These are your answers of {day}. You can change them.</source>
        <translation>אלה התשובות שלך מ{day}. אפשר לשנות אותן.</translation>
    </message>
    <message>
        <source>{answered} of {all} answered. You can leave any of them empty.</source>
        <translation>{answered} מתוך {all} נענו. אפשר להשאיר כל אחת ריקה.</translation>
    </message>
</context>
<context>
    <name>BackupsRoom</name>
    <message>
        <source>Backups</source>
        <translation>גיבויים</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>מה יש</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>שחזור גיבוי</translation>
    </message>
    <message>
        <source>After the first change of a day the diary is backed up by itself, into its own folder. That helps against mistakes, but not against a broken or stolen computer: take a copy elsewhere now and then.</source>
        <translation>אחרי השינוי הראשון בכל יום היומן מגבה את עצמו, אל התיקייה שלו. זה עוזר נגד טעויות, אבל לא אם המחשב נשבר או נגנב: כדאי לשמור מדי פעם עותק במקום אחר.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>גיבוי עכשיו</translation>
    </message>
    <message>
        <source>Copy to a stick …</source>
        <translation>העתקה להתקן …</translation>
    </message>
    <message>
        <source>The backup is made and was opened again to see that it is whole.</source>
        <translation>הגיבוי נוצר, ונפתח שוב כדי לוודא שהוא שלם.</translation>
    </message>
    <message>
        <source>Copy the diary</source>
        <translation>העתקת היומן</translation>
    </message>
    <message>
        <source>Backups (*{suffix})</source>
        <translation>גיבויים (*{suffix})</translation>
    </message>
    <message>
        <source>The copy is made and opens. It holds {counts}. It is encrypted like the diary.</source>
        <translation>העותק נוצר והוא נפתח. יש בו {counts}. הוא מוצפן כמו היומן.</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>עדיין אין.</translation>
    </message>
    <message>
        <source>Look through it again</source>
        <translation>לבדוק אותו שוב</translation>
    </message>
    <message>
        <source>Restore this one …</source>
        <translation>לשחזר את הגיבוי הזה …</translation>
    </message>
    <message>
        <source>There is no backup yet that opens with the present key.</source>
        <translation>עדיין אין גיבוי שנפתח במפתח הנוכחי.</translation>
    </message>
    <message>
        <source>The last backup is of {moment}. It was seen to open, and holds {counts}.</source>
        <translation>הגיבוי האחרון הוא מ-{moment}. הוא נבדק ונפתח, ויש בו {counts}.</translation>
    </message>
    <message>
        <source>The newest backup holds much less than the one before: {now} instead of {before}. If you did not delete anything, look at what is missing. No older backup is removed until then.</source>
        <translation>בגיבוי החדש ביותר יש הרבה פחות מאשר בקודם: {now} במקום {before}. אם לא נמחק דבר, כדאי לבדוק מה חסר. עד אז אף גיבוי ישן לא יוסר.</translation>
    </message>
    <message>
        <source>of another key; opens with the code or passphrase of its time</source>
        <translation>של מפתח אחר; נפתח בקוד או במשפט הסיסמה מאותו זמן</translation>
    </message>
    <message>
        <source>found damaged</source>
        <translation>נמצא פגום</translation>
    </message>
    <message>
        <source>seen to open on {moment}</source>
        <translation>נבדק ונפתח ב-{moment}</translation>
    </message>
    <message>
        <source>It opens, every page of it is whole, and it holds {counts}.</source>
        <translation>הוא נפתח, כל דף בו שלם, ויש בו {counts}.</translation>
    </message>
    <message>
        <source>First you see what the backup holds. Then it takes the place of the present diary, which stays beside it.</source>
        <translation>קודם רואים מה יש בגיבוי. אחר כך הוא בא במקום היומן הנוכחי, שנשאר לצדו.</translation>
    </message>
    <message>
        <source>Restore from a file …</source>
        <translation>שחזור מקובץ …</translation>
    </message>
    <message>
        <source>Take the last restore back</source>
        <translation>ביטול השחזור האחרון</translation>
    </message>
</context>
<context>
    <name>BeforeSession</name>
    <message>
        <source>What I want to bring</source>
        <translation>מה אני רוצה להביא</translation>
    </message>
    <message>
        <source>Something to bring, in one line</source>
        <translation>משהו להביא, בשורה אחת</translation>
    </message>
    <message>
        <source>How hard it is to say</source>
        <translation>כמה קשה לומר את זה</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>הו&amp;ספה</translation>
    </message>
    <message>
        <source>A first sentence for it, if you like</source>
        <translation>משפט פתיחה בשביל זה, אם רוצים</translation>
    </message>
    <message>
        <source>A first sentence for it</source>
        <translation>משפט פתיחה בשביל זה</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>מאז</translation>
    </message>
    <message>
        <source>How it was between us</source>
        <translation>איך היה בינינו</translation>
    </message>
</context>
<context>
    <name>BeforeSessionPage</name>
    <message>
        <source>There is no therapy here yet</source>
        <translation>עדיין אין כאן טיפול</translation>
    </message>
    <message>
        <source>Once there is, this page gathers what you want to bring to the next session.</source>
        <translation>כשיהיה, הדף הזה יאסוף את מה שחשוב לך להביא לפגישה הבאה.</translation>
    </message>
    <message>
        <source>Write the first note</source>
        <translation>לכתוב רשומה ראשונה</translation>
    </message>
    <message>
        <source>easy to say</source>
        <translation>קל לומר</translation>
    </message>
    <message>
        <source>a little hard</source>
        <translation>קצת קשה</translation>
    </message>
    <message>
        <source>hard to say</source>
        <translation>קשה לומר</translation>
    </message>
    <message>
        <source>very hard</source>
        <translation>קשה מאוד</translation>
    </message>
    <message>
        <source>Your line is not saved yet.</source>
        <translation>השורה שלך עדיין לא נשמרה.</translation>
    </message>
    <message>
        <source>Before session {number}</source>
        <translation>לפני פגישה {number}</translation>
    </message>
    <message>
        <source>Before session {number} with {name}</source>
        <translation>לפני פגישה {number} עם ⁨{name}⁩</translation>
    </message>
    <message>
        <source>Last time was on {date}; you wrote:</source>
        <translation>הפעם הקודמת הייתה ב-{date}; כתבת:</translation>
    </message>
    <message>
        <source>The line you left yourself</source>
        <translation>השורה שהשארת לעצמך</translation>
    </message>
    <message>
        <source>No date yet</source>
        <translation>עדיין אין מועד</translation>
    </message>
    <message>
        <source>today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>מחר</translation>
    </message>
    <message>
        <source>in {count} days</source>
        <translation>בעוד {count} ימים</translation>
    </message>
    <message>
        <source>in the room</source>
        <translation>בחדר</translation>
    </message>
    <message>
        <source>online</source>
        <translation>ברשת</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>בטלפון</translation>
    </message>
    <message>
        <source>in the room or from afar</source>
        <translation>בחדר או מרחוק</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>להציג פחות</translation>
    </message>
    <message>
        <source>Show the others</source>
        <translation>להציג את השאר</translation>
    </message>
    <message>
        <source>Nothing written since the last session. That is fine.</source>
        <translation>לא נכתב דבר מאז הפגישה הקודמת. זה בסדר גמור.</translation>
    </message>
    <message>
        <source>You wrote one note since the last session.</source>
        <translation>כתבת רשומה אחת מאז הפגישה הקודמת.</translation>
    </message>
    <message>
        <source>You wrote many notes since the last session.</source>
        <translation>כתבת רשומות רבות מאז הפגישה הקודמת.</translation>
    </message>
    <message>
        <source>You wrote {count} notes since the last session.</source>
        <translation>כתבת {count} רשומות מאז הפגישה הקודמת.</translation>
    </message>
    <message>
        <source>Kept for the next session.</source>
        <translation>נשמר לפגישה הבאה.</translation>
    </message>
    <message>
        <source>Marked as brought.</source>
        <translation>סומן: הובא לפגישה.</translation>
    </message>
    <message>
        <source>Marked as partly brought.</source>
        <translation>סומן: הובא בחלקו.</translation>
    </message>
    <message>
        <source>Put off for later.</source>
        <translation>נדחה להמשך.</translation>
    </message>
    <message>
        <source>Let go.</source>
        <translation>ירד מהפרק.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Between you</source>
        <translation>הקשר</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show as table: {title}</source>
        <translation>להציג כטבלה: {title}</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>להציג כטבלה</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>If it belongs to one session, which?</source>
        <translation>אם זה שייך לפגישה אחת, לאיזו?</translation>
    </message>
    <message>
        <source>Your earlier answers</source>
        <translation>התשובות הקודמות שלך</translation>
    </message>
    <message>
        <source>Save answers</source>
        <translation>שמירת התשובות</translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>Nothing is answered yet, so nothing was saved.</source>
        <translation>עדיין אין תשובות, ולכן לא נשמר דבר.</translation>
    </message>
    <message>
        <source>A line about it, if you like</source>
        <translation>שורה על זה, אם רוצים</translation>
    </message>
    <message>
        <source>No therapy yet</source>
        <translation>עדיין אין כאן טיפול</translation>
    </message>
    <message>
        <source>Begin with the therapy this diary is about.</source>
        <translation>כדאי להתחיל בטיפול שהיומן הזה עוסק בו.</translation>
    </message>
    <message>
        <source>These are your answers of today. Saving again puts new ones in their place.</source>
        <translation>אלה התשובות שלך מהיום. שמירה נוספת תחליף אותן בחדשות.</translation>
    </message>
    <message>
        <source>These are your answers of {day}, with changes that are not saved yet.</source>
        <translation>אלה התשובות שלך מ{day}, עם שינויים שעדיין לא נשמרו.</translation>
    </message>
    <message>
        <source>{answered} of {all} answered. You can leave any of them empty.</source>
        <translation>{answered} מתוך {all} נענו. אפשר להשאיר כל אחת ריקה.</translation>
    </message>
</context>
<context>
    <name>ContactsRoom</name>
    <message>
        <source>Your contacts</source>
        <translation>אנשי הקשר שלך</translation>
    </message>
    <message>
        <source>One contact</source>
        <translation>איש קשר אחד</translation>
    </message>
    <message>
        <source>On the lock page</source>
        <translation>בדף הנעילה</translation>
    </message>
    <message>
        <source>Nobody reads this diary, and it calls nobody. These lines are for you: the help shows them under the same heading. No numbers come with the program.</source>
        <translation>איש לא קורא את היומן הזה, והוא לא מתקשר לאיש. השורות האלה הן בשבילך: העזרה מציגה אותן תחת אותה כותרת. התוכנה מגיעה בלי מספרים.</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>עדיין אין.</translation>
    </message>
    <message>
        <source>It is right as of today</source>
        <translation>זה מעודכן להיום</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>להסיר</translation>
    </message>
    <message>
        <source>checked on {day}</source>
        <translation>נבדק ב{day}</translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation>במצב חירום</translation>
    </message>
    <message>
        <source>A line that is open day and night</source>
        <translation>קו שפתוח ביום ובלילה</translation>
    </message>
    <message>
        <source>Somebody I know</source>
        <translation>מישהו מהסביבה שלי</translation>
    </message>
    <message>
        <source>My therapist</source>
        <translation>המטפל או המטפלת שלי</translation>
    </message>
    <message>
        <source>Advice from outside</source>
        <translation>ייעוץ מבחוץ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>איך ליצור קשר</translation>
    </message>
    <message>
        <source>When, if that matters</source>
        <translation>מתי, אם זה משנה</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>לשם מה</translation>
    </message>
    <message>
        <source>Add this contact</source>
        <translation>הוספת איש הקשר</translation>
    </message>
    <message>
        <source>Change the chosen one</source>
        <translation>שינוי איש הקשר שנבחר</translation>
    </message>
    <message>
        <source>A name and a way to reach them are needed.</source>
        <translation>צריך שם ודרך ליצור קשר.</translation>
    </message>
    <message>
        <source>Show them on the lock page too</source>
        <translation>להציג אותם גם בדף הנעילה</translation>
    </message>
    <message>
        <source>The lock page can show them only from a copy that is not encrypted. Whoever gets at this computer or the folder can read these lines.</source>
        <translation>דף הנעילה יכול להציג אותם רק מעותק שאינו מוצפן. מי שמגיע למחשב הזה או לתיקייה יכול לקרוא את השורות האלה.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>רשומה אחת</numerusform>
            <numerusform>%n רשומות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>פגישה אחת</numerusform>
            <numerusform>%n פגישות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s)</source>
        <translation>
            <numerusform>מטרה אחת</numerusform>
            <numerusform>%n מטרות</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>The diary is covered</source>
        <translation>היומן מכוסה</translation>
    </message>
    <message>
        <source>Your last words are still here. They are saved, and the diary locks, as soon as that works.</source>
        <translation>המילים האחרונות שלך עדיין כאן. הן יישמרו, והיומן יינעל, ברגע שזה יתאפשר.</translation>
    </message>
    <message>
        <source>&amp;Passphrase or recovery code</source>
        <translation>משפט סיסמה &amp;או קוד שחזור</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>משפט סיסמה או קוד שחזור</translation>
    </message>
    <message>
        <source>&amp;Show the diary again</source>
        <translation>להראות &amp;שוב את היומן</translation>
    </message>
    <message>
        <source>That does not open this diary. Type it again.</source>
        <translation>זה לא פותח את היומן הזה. אפשר להקליד שוב.</translation>
    </message>
</context>
<context>
    <name>DailyBackup</name>
    <message>
        <source>Backed up on this computer.</source>
        <translation>גובה במחשב הזה.</translation>
    </message>
    <message>
        <source>Today&apos;s backup was not made. {why}</source>
        <translation>הגיבוי של היום לא נוצר. {why}</translation>
    </message>
</context>
<context>
    <name>DeleteRoom</name>
    <message>
        <source>One therapy</source>
        <translation>טיפול אחד</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>A therapy</source>
        <translation>טיפול</translation>
    </message>
    <message>
        <source>Its notes, answers, goals and everything else of it go, and what is half written anywhere. In the diary file they are overwritten. Backups made before still hold them, and so do files and pages you made of them.</source>
        <translation>הרשומות, התשובות, המטרות וכל השאר נמחקים, וגם מה שנשאר כתוב למחצה. בקובץ היומן הם נדרסים. גיבויים קודמים עדיין מחזיקים אותם, וגם קבצים ודפים שנוצרו מהם.</translation>
    </message>
    <message>
        <source>Which therapy</source>
        <translation>איזה טיפול</translation>
    </message>
    <message>
        <source>Delete this therapy …</source>
        <translation>מחיקת הטיפול הזה …</translation>
    </message>
    <message>
        <source>Delete this therapy for good</source>
        <translation>למחוק את הטיפול הזה לתמיד</translation>
    </message>
    <message>
        <source>“{name}” would be deleted for good. A backup made now would still have it.</source>
        <translation>״⁨{name}⁩״ יימחק לתמיד. גיבוי שייווצר עכשיו עדיין יחזיק אותו.</translation>
    </message>
    <message>
        <source>The therapy is deleted. Backups made before still hold it; remove those you do not want.</source>
        <translation>הטיפול נמחק. גיבויים קודמים עדיין מחזיקים אותו; אפשר להסיר את אלה שאין בהם צורך.</translation>
    </message>
    <message>
        <source>The whole diary goes from this computer, with the keys that open it. The disk may keep pieces for a while; they are encrypted, and nothing opens them any more. Copies on sticks still open with their code. Exported files and paper stay where they are.</source>
        <translation>היומן כולו נמחק מהמחשב הזה, יחד עם המפתחות שפותחים אותו. ייתכן שחלקים יישארו בדיסק לזמן מה; הם מוצפנים, ושום דבר לא פותח אותם עוד. עותקים בהתקנים עדיין נפתחים בקוד שלהם. קבצים שיוצאו ונייר נשארים במקומם.</translation>
    </message>
    <message>
        <source>The backups in the diary&apos;s folder go too</source>
        <translation>למחוק גם את הגיבויים שבתיקיית היומן</translation>
    </message>
    <message>
        <source>Delete everything …</source>
        <translation>מחיקת הכול …</translation>
    </message>
    <message>
        <source>Delete everything for good</source>
        <translation>למחוק הכול לתמיד</translation>
    </message>
    <message>
        <source>The diary holds {counts}. All of it would be gone.</source>
        <translation>ביומן יש {counts}. כל זה יימחק.</translation>
    </message>
</context>
<context>
    <name>EarlierAnswers</name>
    <message>
        <source>Choose an answer to read the whole question and your line.</source>
        <translation>בבחירת תשובה אפשר לקרוא את השאלה המלאה ואת השורה שלך.</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>אין תשובה.</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>An ending can have time and words of its own. Here you gather what was, what helped, what did not, and what goes with you. The diary puts in what it holds; you write the rest. You can print it as one or two pages.</source>
        <translation>לסיום יכולים להיות זמן ומילים משלו. כאן אפשר לאסוף מה היה, מה עזר, מה לא עזר ומה נשאר איתך. היומן מוסיף את מה ששמור בו, ואת השאר אפשר לכתוב. אפשר להדפיס את זה בדף אחד או בשניים.</translation>
    </message>
    <message>
        <source>Whether to end is yours to decide, and nothing here says so. You can take it back with one click. Your words stay.</source>
        <translation>ההחלטה אם לסיים היא שלך, ושום דבר כאן לא מכריע בה. אפשר לבטל בלחיצה אחת. המילים שלך יישארו.</translation>
    </message>
    <message>
        <source>What kind of &amp;ending</source>
        <translation>&amp;איזה סיום</translation>
    </message>
    <message>
        <source>&amp;Who decided</source>
        <translation>מי &amp;החליט</translation>
    </message>
    <message>
        <source>A &amp;last session is planned for</source>
        <translation>פגישה א&amp;חרונה מתוכננת לתאריך</translation>
    </message>
    <message>
        <source>Planned last session</source>
        <translation>פגישה אחרונה מתוכננת</translation>
    </message>
    <message>
        <source>&amp;Sessions set aside for it</source>
        <translation>&amp;פגישות שמוקדשות לסיום</translation>
    </message>
    <message>
        <source>open</source>
        <translation>פתוח</translation>
    </message>
    <message>
        <source>Two to four often do. Any number is fine, and so is none.</source>
        <translation>לעתים קרובות מספיקות שתיים עד ארבע. כל מספר בסדר, וגם אף אחת.</translation>
    </message>
    <message>
        <source>&amp;Begin an ending</source>
        <translation>להתחיל &amp;סיום</translation>
    </message>
    <message>
        <source>&amp;Leave it as it was</source>
        <translation>להשאיר &amp;כמו שהיה</translation>
    </message>
    <message>
        <source>Sections of the worksheet</source>
        <translation>חלקי דף הסיכום</translation>
    </message>
    <message>
        <source>&amp;Take this in from the diary</source>
        <translation>ל&amp;צרף את זה מהיומן</translation>
    </message>
    <message>
        <source>&amp;My own words</source>
        <translation>המילים &amp;שלי</translation>
    </message>
    <message>
        <source>P&amp;rint this section</source>
        <translation>לה&amp;דפיס את החלק הזה</translation>
    </message>
    <message>
        <source>Print blanks to &amp;fill in together</source>
        <translation>להדפיס שורות &amp;ריקות למילוי ביחד</translation>
    </message>
</context>
<context>
    <name>EndingPage</name>
    <message>
        <source>There is no therapy here yet</source>
        <translation>עדיין אין כאן טיפול</translation>
    </message>
    <message>
        <source>When one comes to its end, this page helps to say goodbye.</source>
        <translation>כשטיפול מגיע לסופו, הדף הזה עוזר להיפרד.</translation>
    </message>
    <message>
        <source>Write the first note</source>
        <translation>לכתוב רשומה ראשונה</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>A goodbye with room for it</source>
        <translation>פרידה שיש לה מקום</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>שינוי</translation>
    </message>
    <message>
        <source>Take back the ending</source>
        <translation>ביטול הסיום</translation>
    </message>
    <message>
        <source>My own words</source>
        <translation>המילים שלי</translation>
    </message>
    <message>
        <source>Looking back on the way we went</source>
        <translation>מבט לאחור על הדרך שעברנו</translation>
    </message>
    <message>
        <source>For when enough has happened, or the time is over for other reasons.</source>
        <translation>כשקרה מספיק, או כשהזמן נגמר מסיבות אחרות.</translation>
    </message>
    <message>
        <source>Parting because it does not fit</source>
        <translation>פרידה כי זה לא מתאים</translation>
    </message>
    <message>
        <source>With room for what did not fit, and for what you now know you need.</source>
        <translation>עם מקום למה שלא התאים, ולמה שידוע לך עכשיו שצריך.</translation>
    </message>
    <message>
        <source>I leave this open</source>
        <translation>זה נשאר פתוח</translation>
    </message>
    <message>
        <source>I did</source>
        <translation>אני</translation>
    </message>
    <message>
        <source>My therapist did</source>
        <translation>המטפל או המטפלת</translation>
    </message>
    <message>
        <source>We did, together</source>
        <translation>החלטנו ביחד</translation>
    </message>
    <message>
        <source>It came from outside</source>
        <translation>זה בא מבחוץ</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>לשמור את זה</translation>
    </message>
    <message>
        <source>&amp;Begin an ending</source>
        <translation>להתחיל &amp;סיום</translation>
    </message>
    <message>
        <source>You began an ending before and took it back. What you wrote then is still here.</source>
        <translation>התחלת סיום בעבר וביטלת אותו. מה שכתבת אז עדיין כאן.</translation>
    </message>
    <message>
        <source>How we want to end</source>
        <translation>איך אנחנו רוצים לסיים</translation>
    </message>
    <message>
        <source>The ending is taken back. Your words are kept.</source>
        <translation>הסיום בוטל. המילים שלך שמורות.</translation>
    </message>
    <message>
        <source>Begun on {date}</source>
        <translation>התחיל ב-{date}</translation>
    </message>
    <message>
        <source>last session planned for {date}</source>
        <translation>הפגישה האחרונה מתוכננת ל-{date}</translation>
    </message>
    <message>
        <source>sessions set aside for it: {count}</source>
        <translation>פגישות שמוקדשות לסיום: {count}</translation>
    </message>
    <message>
        <source>{section}, with your words</source>
        <translation>{section}, עם מילים שלך</translation>
    </message>
    <message>
        <source>{section}, still empty</source>
        <translation>{section}, עדיין ריק</translation>
    </message>
    <message>
        <source>{first} → {last}</source>
        <translation>{first} ← {last}</translation>
    </message>
    <message>
        <source>{start} to {latest}</source>
        <translation>{start} עד {latest}</translation>
    </message>
    <message>
        <source>and a small chart of how it was between you</source>
        <translation>ותרשים קטן: איך היה בינינו</translation>
    </message>
    <message>
        <source>Lines beyond the second page: {count}. Nothing is cut; all of it is printed.</source>
        <translation>שורות מעבר לדף השני: {count}. דבר לא נחתך; הכול מודפס.</translation>
    </message>
    <message>
        <source>Two pages</source>
        <translation>שני דפים</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>דף אחד</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Therapy Diary</source>
        <translation>יומן טיפול</translation>
    </message>
    <message>
        <source>It is one encrypted file on this computer. You choose how it opens.</source>
        <translation>זה קובץ מוצפן אחד במחשב הזה. הבחירה איך הוא נפתח היא שלך.</translation>
    </message>
    <message>
        <source>There is no account, and nothing is sent anywhere.</source>
        <translation>אין חשבון, ושום דבר לא נשלח לשום מקום.</translation>
    </message>
    <message>
        <source>Everything can be left empty.</source>
        <translation>כל דבר אפשר להשאיר ריק.</translation>
    </message>
    <message>
        <source>This diary is on your device only. Nobody reads it and it cannot call anyone. If you or someone else is in danger, call your local emergency number.</source>
        <translation>היומן הזה נמצא רק במכשיר שלך. איש לא קורא אותו, והוא לא יכול להתקשר לאיש. אם יש סכנה, לך או למישהו אחר, יש להתקשר למספר החירום המקומי.</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{step} מתוך {steps}</translation>
    </message>
    <message>
        <source>&amp;Open the diary</source>
        <translation>&amp;פתיחת היומן</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>ה&amp;לאה</translation>
    </message>
    <message>
        <source>How should it open?</source>
        <translation>איך הוא ייפתח?</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>בחירת משפט סיסמה</translation>
    </message>
    <message>
        <source>Making your diary …</source>
        <translation>היומן שלך נוצר …</translation>
    </message>
    <message>
        <source>Type a passphrase first.</source>
        <translation>קודם יש להקליד משפט סיסמה.</translation>
    </message>
    <message>
        <source>The two are not the same. Type the second one again.</source>
        <translation>השניים אינם זהים. יש להקליד שוב את השני.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>קוד שחזור</translation>
    </message>
    <message>
        <source>Four or five words picked at random are easy to keep in mind and hard to guess.</source>
        <translation>ארבע או חמש מילים אקראיות קל לזכור וקשה לנחש.</translation>
    </message>
    <message>
        <source>This one is guessed quickly.</source>
        <translation>את המשפט הזה מנחשים מהר.</translation>
    </message>
    <message>
        <source>This one can be guessed with some patience.</source>
        <translation>את המשפט הזה אפשר לנחש בקצת סבלנות.</translation>
    </message>
    <message>
        <source>This one is hard to guess.</source>
        <translation>את המשפט הזה קשה לנחש.</translation>
    </message>
    <message>
        <source>This one is very hard to guess.</source>
        <translation>את המשפט הזה קשה מאוד לנחש.</translation>
    </message>
    <message>
        <source>Group {place}</source>
        <translation>קבוצה {place}</translation>
    </message>
    <message>
        <source>Group {place} is another one. Look at your paper, or go back to see the code.</source>
        <translation>קבוצה {place} שונה. אפשר לבדוק בנייר, או לחזור ולראות את הקוד.</translation>
    </message>
    <message>
        <source>A diary for your therapy</source>
        <translation>יומן לטיפול שלך</translation>
    </message>
    <message>
        <source>After a session you write, answer or leave out what you like. Before the next one you see what has gathered.</source>
        <translation>אחרי פגישה אפשר לכתוב, לענות או להשמיט, לפי הרצון. לפני הפגישה הבאה רואים מה הצטבר.</translation>
    </message>
    <message>
        <source>A private diary. Not a medical device, not a diagnosis, not a substitute for your therapist.</source>
        <translation>יומן פרטי. לא מכשיר רפואי, לא אבחנה, ולא תחליף למטפל או למטפלת.</translation>
    </message>
    <message>
        <source>By a &amp;passphrase each time</source>
        <translation>ב&amp;משפט סיסמה בכל פעם</translation>
    </message>
    <message>
        <source>Without it nobody can read the diary, not even this program.</source>
        <translation>בלעדיו איש לא יכול לקרוא את היומן, גם לא התוכנה הזאת.</translation>
    </message>
    <message>
        <source>P&amp;assphrase</source>
        <translation>משפט &amp;סיסמה</translation>
    </message>
    <message>
        <source>The &amp;same once more</source>
        <translation>אותו ה&amp;דבר שוב</translation>
    </message>
    <message>
        <source>By &amp;itself on this computer</source>
        <translation>ב&amp;עצמו, במחשב הזה</translation>
    </message>
    <message>
        <source>The key goes into the keyring of this computer. Whoever sits at your unlocked session can open the diary. A lock is then a curtain, not a door.</source>
        <translation>המפתח נשמר בצרור המפתחות של המחשב. מי שיושב מול המחשב כשהוא פתוח יכול לפתוח את היומן. נעילה היא אז וילון, לא דלת.</translation>
    </message>
    <message>
        <source>Your recovery code</source>
        <translation>קוד השחזור שלך</translation>
    </message>
    <message>
        <source>It opens the diary when nothing else does. It is shown only now.</source>
        <translation>הוא פותח את היומן כששום דבר אחר לא פותח. הוא מוצג רק עכשיו.</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>5</source>
        <translation>5</translation>
    </message>
    <message>
        <source>6</source>
        <translation>6</translation>
    </message>
    <message>
        <source>7</source>
        <translation>7</translation>
    </message>
    <message>
        <source>8</source>
        <translation>8</translation>
    </message>
    <message>
        <source>Write it on paper by hand, or print it. Keep the paper away from the computer. Whoever holds it can open the diary.</source>
        <translation>כדאי לכתוב אותו ביד על נייר, או להדפיס. את הנייר יש לשמור הרחק מהמחשב. מי שמחזיק בו יכול לפתוח את היומן.</translation>
    </message>
    <message>
        <source>P&amp;rint it</source>
        <translation>&amp;הדפסה</translation>
    </message>
    <message>
        <source>Is it on paper?</source>
        <translation>הקוד כבר על נייר?</translation>
    </message>
    <message>
        <source>Type two groups of the code from your paper.</source>
        <translation>יש להקליד שתי קבוצות של הקוד מתוך הנייר.</translation>
    </message>
    <message>
        <source>Your therapy</source>
        <translation>הטיפול שלך</translation>
    </message>
    <message>
        <source>All of this can be left out, now or for good.</source>
        <translation>את כל זה אפשר להשמיט, עכשיו או בכלל.</translation>
    </message>
    <message>
        <source>Your therapist&apos;s &amp;first name</source>
        <translation>ה&amp;שם הפרטי של המטפל או המטפלת</translation>
    </message>
    <message>
        <source>How the therapy &amp;works</source>
        <translation>&amp;איך הטיפול עובד</translation>
    </message>
    <message>
        <source>&amp;Since when</source>
        <translation>מ&amp;תי התחיל</translation>
    </message>
    <message>
        <source>Usual &amp;day</source>
        <translation>&amp;יום קבוע</translation>
    </message>
    <message>
        <source>Usual &amp;time</source>
        <translation>שעה &amp;קבועה</translation>
    </message>
    <message>
        <source>&amp;Why you came</source>
        <translation>מה הביא אותך ל&amp;כאן</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;חזרה</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>דילו&amp;ג</translation>
    </message>
</context>
<context>
    <name>GoalCard</name>
    <message>
        <source>First written as “{words}”, {day}</source>
        <translation>נכתב לראשונה כך: ״⁨{words}⁩״, {day}</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>נשמר.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>בוטל.</translation>
    </message>
    <message>
        <source>A line about it, if you like</source>
        <translation>שורה על זה, אם רוצים</translation>
    </message>
    <message>
        <source>Carry on alone</source>
        <translation>להמשיך לבד</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>no nearer than when I started</source>
        <translation>באותו מקום כמו בהתחלה</translation>
    </message>
    <message>
        <source>about half way</source>
        <translation>בערך באמצע הדרך</translation>
    </message>
    <message>
        <source>as far as I wanted to get</source>
        <translation>לאן שרציתי להגיע</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>להעביר למעלה (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>להעביר למטה (Alt+Down)</translation>
    </message>
    <message>
        <source>Where am I with this, today?</source>
        <translation>איפה אני עם זה היום?</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>שינוי …</translation>
    </message>
    <message>
        <source>It has come to an end …</source>
        <translation>זה הגיע לסיום …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message>
        <source>How does it end? None of these needs a reason.</source>
        <translation>איך זה נגמר? לאף אחת מהאפשרויות לא צריך סיבה.</translation>
    </message>
</context>
<context>
    <name>GoalEditor</name>
    <message>
        <source>Clearer words, the same aim</source>
        <translation>מילים ברורות יותר, אותה כוונה</translation>
    </message>
    <message>
        <source>A new aim</source>
        <translation>כוונה חדשה</translation>
    </message>
    <message>
        <source>Keep this goal</source>
        <translation>לשמור את המטרה</translation>
    </message>
    <message>
        <source>Write a few words first.</source>
        <translation>קודם כדאי לכתוב כמה מילים.</translation>
    </message>
    <message>
        <source>A goal has room for {most} characters. This one has {now}.</source>
        <translation>במטרה יש מקום ל-{most} תווים. כאן יש {now}.</translation>
    </message>
    <message>
        <source>Say whether these are clearer words or a new aim.</source>
        <translation>יש לבחור: מילים ברורות יותר או כוונה חדשה.</translation>
    </message>
    <message>
        <source>What would you like to be different, in your own words?</source>
        <translation>מה היית רוצה שיהיה אחרת, במילים שלך?</translation>
    </message>
    <message>
        <source>What are the new words?</source>
        <translation>מה המילים החדשות?</translation>
    </message>
    <message>
        <source>The earlier words stay. With a new aim a new line begins.</source>
        <translation>המילים הקודמות נשארות. עם כוונה חדשה מתחיל קו חדש.</translation>
    </message>
    <message>
        <source>Why, if you like</source>
        <translation>למה, אם רוצים</translation>
    </message>
    <message>
        <source>Where in life does it lie?</source>
        <translation>לאיזה תחום בחיים זה שייך?</translation>
    </message>
    <message>
        <source>How do the two of you see it?</source>
        <translation>איך זה נראה משני הצדדים?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
</context>
<context>
    <name>GoalWords</name>
    <message>
        <source>Feelings</source>
        <translation>רגשות</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>דפוסים</translation>
    </message>
    <message>
        <source>Daily life</source>
        <translation>חיי היומיום</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>משהו אחר</translation>
    </message>
    <message>
        <source>We agreed on it</source>
        <translation>הסכמנו על זה</translation>
    </message>
    <message>
        <source>We see it differently</source>
        <translation>כל צד רואה את זה אחרת</translation>
    </message>
    <message>
        <source>Not talked about yet</source>
        <translation>עוד לא דיברנו על זה</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>הושגה</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>הונחה בצד</translation>
    </message>
    <message>
        <source>Carried on alone</source>
        <translation>ממשיכה בלי הטיפול</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>More goals</source>
        <translation>עוד מטרות</translation>
    </message>
    <message>
        <source>Goals that ended</source>
        <translation>מטרות שהסתיימו</translation>
    </message>
</context>
<context>
    <name>GoalsPage</name>
    <message>
        <source>Kept.</source>
        <translation>נשמר.</translation>
    </message>
    <message>
        <source>This goal now stands among those that ended: {state}.</source>
        <translation>המטרה הזאת נמצאת עכשיו בין אלה שהסתיימו: {state}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>מטרות</translation>
    </message>
    <message>
        <source>In your own words. They may change as you go.</source>
        <translation>במילים שלך. הן יכולות להשתנות בדרך.</translation>
    </message>
    <message>
        <source>Add a goal</source>
        <translation>הוספת מטרה</translation>
    </message>
    <message>
        <source>Goals that ended ({count})</source>
        <translation>מטרות שהסתיימו ({count})</translation>
    </message>
    <message>
        <source>Replaced by another</source>
        <translation>הוחלפה באחרת</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>פתיחה מחדש</translation>
    </message>
    <message>
        <source>Fewer goals</source>
        <translation>פחות מטרות</translation>
    </message>
    <message>
        <source>More goals ({count})</source>
        <translation>עוד מטרות ({count})</translation>
    </message>
    <message>
        <source>No therapy yet</source>
        <translation>עדיין אין כאן טיפול</translation>
    </message>
    <message>
        <source>Begin with the therapy this diary is about.</source>
        <translation>כדאי להתחיל בטיפול שהיומן הזה עוסק בו.</translation>
    </message>
    <message>
        <source>No goals yet</source>
        <translation>עדיין אין מטרות</translation>
    </message>
    <message>
        <source>A goal can be small: something to do, to stop doing, or to feel less often.</source>
        <translation>מטרה יכולה להיות קטנה: משהו לעשות, להפסיק לעשות, או להרגיש פחות.</translation>
    </message>
    <message>
        <source>Write a first goal</source>
        <translation>לכתוב מטרה ראשונה</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>עזרה</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>נושאים</translation>
    </message>
    <message>
        <source>What this is, and is not</source>
        <translation>מה זה, ומה זה לא</translation>
    </message>
    <message>
        <source>How it is kept</source>
        <translation>איך היומן נשמר</translation>
    </message>
    <message>
        <source>About the answers</source>
        <translation>על התשובות</translation>
    </message>
    <message>
        <source>If it gets too much</source>
        <translation>כשזה נעשה יותר מדי</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>מקשים</translation>
    </message>
    <message>
        <source>About</source>
        <translation>אודות</translation>
    </message>
    <message>
        <source>Your contacts</source>
        <translation>אנשי הקשר שלך</translation>
    </message>
</context>
<context>
    <name>LockingRoom</name>
    <message>
        <source>When it locks</source>
        <translation>מתי הוא ננעל</translation>
    </message>
    <message>
        <source>never</source>
        <translation>אף פעם</translation>
    </message>
    <message>
        <source>Minutes without a touch</source>
        <translation>דקות בלי נגיעה</translation>
    </message>
    <message>
        <source>Half a minute before, it says so. Any key puts it off.</source>
        <translation>חצי דקה לפני כן מופיעה הודעה. כל מקש דוחה את הנעילה.</translation>
    </message>
    <message>
        <source>Lock also when the window is minimised</source>
        <translation>לנעול גם כשהחלון ממוזער</translation>
    </message>
    <message>
        <source>What a lock does</source>
        <translation>מה עושה נעילה</translation>
    </message>
    <message>
        <source>What you are writing is kept in the encrypted file first. Then the program starts anew, so that nothing of it stays in memory. After unlocking, your cursor is where it was.</source>
        <translation>קודם נשמר בקובץ המוצפן מה שבאמצע כתיבה. אחר כך התוכנה מתחילה מחדש, וכך שום דבר ממנו לא נשאר בזיכרון. אחרי הפתיחה הסמן נמצא איפה שהיה.</translation>
    </message>
    <message>
        <source>Your diary opens by itself in this session. A lock hides it from a glance; whoever sits here can open it again. A passphrase makes it a door.</source>
        <translation>היומן שלך נפתח בעצמו במחשב הזה. נעילה מסתירה אותו ממבט חטוף; מי שיושב כאן יכול לפתוח אותו שוב. משפט סיסמה הופך אותה לדלת.</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>בחירת משפט סיסמה</translation>
    </message>
    <message>
        <source>It also locks when the computer sleeps, when its screen is locked, and when another user comes.</source>
        <translation>הוא ננעל גם כשהמחשב עובר למצב שינה, כשהמסך ננעל, וכשעוברים למשתמש אחר.</translation>
    </message>
    <message>
        <source>On this system the program does not hear of sleep or a locked screen. Lock it with its key, or by minutes.</source>
        <translation>במערכת הזאת התוכנה לא יודעת על מצב שינה או על מסך נעול. אפשר לנעול במקש, או לפי דקות.</translation>
    </message>
</context>
<context>
    <name>LookRoom</name>
    <message>
        <source>As the system has it</source>
        <translation>כמו במערכת</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>בהיר</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>כהה</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ניגודיות גבוהה</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>This folder seems to be copied between computers. Open the diary on one of them only: two at once can spoil it. Better keep it elsewhere, and copy backups there.</source>
        <translation>נראה שהתיקייה הזאת מועתקת בין מחשבים. יש לפתוח את היומן רק באחד מהם: שניים בבת אחת עלולים לקלקל אותו. עדיף לשמור אותו במקום אחר, ולהעתיק לכאן גיבויים.</translation>
    </message>
    <message>
        <source>This folder lies on a network disk. Such disks can lose what was saved. Better keep the diary on this computer, and copy backups there.</source>
        <translation>התיקייה הזאת נמצאת בדיסק רשת. דיסקים כאלה עלולים לאבד את מה שנשמר. עדיף לשמור את היומן במחשב הזה, ולהעתיק לשם גיבויים.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Therapy Diary</source>
        <translation>יומן טיפול</translation>
    </message>
    <message>
        <source>Everything is saved on this computer.</source>
        <translation>הכול נשמר במחשב הזה.</translation>
    </message>
    <message>
        <source>Close without the last words</source>
        <translation>סגירה בלי המילים האחרונות</translation>
    </message>
    <message>
        <source>Text size {percent} %</source>
        <translation>גודל הטקסט {percent}%</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>ציר הזמן</translation>
    </message>
    <message>
        <source>Session note</source>
        <translation>רשומת פגישה</translation>
    </message>
    <message>
        <source>Alliance</source>
        <translation>הקשר הטיפולי</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>שאלון להתבוננות</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>מטרות</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>התקדמות</translation>
    </message>
    <message>
        <source>Before the session</source>
        <translation>לפני הפגישה</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>The diary lies in a folder that other computers may write to as well.</source>
        <translation>היומן נמצא בתיקייה שגם מחשבים אחרים עשויים לכתוב בה.</translation>
    </message>
    <message>
        <source>What to know about that</source>
        <translation>מה כדאי לדעת על זה</translation>
    </message>
    <message>
        <source>The keyring of this computer does not hold the key to this diary.</source>
        <translation>בצרור המפתחות של המחשב הזה אין מפתח ליומן הזה.</translation>
    </message>
    <message>
        <source>Choose how it opens here</source>
        <translation>לבחור איך הוא נפתח כאן</translation>
    </message>
    <message>
        <source>A part of the diary file is damaged. What you write now may not be kept.</source>
        <translation>חלק מקובץ היומן פגום. ייתכן שמה שייכתב עכשיו לא יישמר.</translation>
    </message>
    <message>
        <source>See what can be done</source>
        <translation>לראות מה אפשר לעשות</translation>
    </message>
    <message>
        <source>The new backup holds much less than the one before.</source>
        <translation>בגיבוי החדש יש הרבה פחות מאשר בקודם.</translation>
    </message>
    <message>
        <source>Look at the backups</source>
        <translation>לראות את הגיבויים</translation>
    </message>
    <message>
        <source>The diary locks in {seconds} s. Press any key to keep it open.</source>
        <translation>היומן יינעל בעוד {seconds} שניות. לחיצה על מקש כלשהו תשאיר אותו פתוח.</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>להשאיר פתוח</translation>
    </message>
</context>
<context>
    <name>MarkdownBar</name>
    <message>
        <source>Bold</source>
        <translation>מודגש</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>נטוי</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>כותרת</translation>
    </message>
    <message>
        <source>Bullet list</source>
        <translation>רשימה עם תבליטים</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>רשימה ממוספרת</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>ציטוט</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>ביצוע שוב</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Diary</source>
        <translation>&amp;יומן</translation>
    </message>
    <message>
        <source>&amp;New note</source>
        <translation>&amp;רשומה חדשה</translation>
    </message>
    <message>
        <source>Something to &amp;bring</source>
        <translation>&amp;משהו להביא</translation>
    </message>
    <message>
        <source>&amp;Save now</source>
        <translation>&amp;שמירה עכשיו</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>&amp;הדפסה …</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;נעילה עכשיו</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>ה&amp;גדרות</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;סגירה</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;יציאה</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;עריכה</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;ביטול הפעולה</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>בי&amp;צוע שוב</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;גזירה</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>ה&amp;עתקה</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>ה&amp;דבקה</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>בחירת ה&amp;כול</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;תצוגה</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>טקסט &amp;גדול יותר</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>טקסט &amp;קטן יותר</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>גודל טקסט &amp;רגיל</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>כמו ב&amp;מערכת</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>&amp;בהיר</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;כהה</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;ניגודיות גבוהה</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>מסך מ&amp;לא</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;מעבר</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;אחורה</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;קדימה</translation>
    </message>
    <message>
        <source>&amp;Search the diary</source>
        <translation>&amp;חיפוש ביומן</translation>
    </message>
    <message>
        <source>&amp;Other part of the window</source>
        <translation>ה&amp;צד השני של החלון</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ע&amp;זרה</translation>
    </message>
    <message>
        <source>If it gets too &amp;much</source>
        <translation>כשזה נעשה &amp;יותר מדי</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;מקשים</translation>
    </message>
    <message>
        <source>&amp;About Therapy Diary</source>
        <translation>&amp;אודות יומן טיפול</translation>
    </message>
</context>
<context>
    <name>MishapWord</name>
    <message>
        <source>Therapy Diary</source>
        <translation>יומן טיפול</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>משהו השתבש בתוך התוכנה.</translation>
    </message>
    <message>
        <source>What was saved is safe, and you can go on. If it happens again, close the diary and open it anew.

The place of the error, and no word of yours, is written down in:
{folder}</source>
        <translation>מה שנשמר בטוח, ואפשר להמשיך. אם זה קורה שוב, כדאי לסגור את היומן ולפתוח אותו מחדש.

מקום השגיאה, בלי אף מילה שלך, נרשם כאן:
⁨{folder}⁩</translation>
    </message>
</context>
<context>
    <name>NewCode</name>
    <message>
        <source>Write these eight groups on paper. They are not shown again.</source>
        <translation>יש לכתוב את שמונה הקבוצות האלה על נייר. הן לא יוצגו שוב.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>קוד שחזור</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>יש לי את זה על נייר</translation>
    </message>
    <message>
        <source>Print it …</source>
        <translation>הדפסה …</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>להשאיר את הקוד הישן</translation>
    </message>
    <message>
        <source>Type these two groups from your paper.</source>
        <translation>יש להקליד את שתי הקבוצות האלה מתוך הנייר.</translation>
    </message>
    <message>
        <source>This is my code from now on</source>
        <translation>זה הקוד שלי מעכשיו</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>להציג אותו שוב</translation>
    </message>
    <message>
        <source>Group {place}</source>
        <translation>קבוצה {place}</translation>
    </message>
    <message>
        <source>Group {place} is another one. Look at your paper, or see the code again.</source>
        <translation>קבוצה {place} שונה. אפשר לבדוק בנייר, או לראות שוב את הקוד.</translation>
    </message>
</context>
<context>
    <name>NoteKind</name>
    <message>
        <source>Before the session</source>
        <translation>לפני הפגישה</translation>
    </message>
    <message>
        <source>After the session</source>
        <translation>אחרי הפגישה</translation>
    </message>
    <message>
        <source>Between sessions</source>
        <translation>בין פגישות</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Make this something to bring</source>
        <translation>להפוך את זה למשהו להביא</translation>
    </message>
    <message>
        <source>This is among what you want to bring.</source>
        <translation>זה נמצא בין הדברים שחשוב לך להביא.</translation>
    </message>
</context>
<context>
    <name>OpeningRoom</name>
    <message>
        <source>By itself on this computer</source>
        <translation>בעצמו, במחשב הזה</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>משפט סיסמה</translation>
    </message>
    <message>
        <source>Check the recovery code</source>
        <translation>בדיקת קוד השחזור</translation>
    </message>
    <message>
        <source>A new recovery code</source>
        <translation>קוד שחזור חדש</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>מפתח חדש</translation>
    </message>
    <message>
        <source>It opens by itself in your session on this computer. A lock is a curtain here, not a door.</source>
        <translation>הוא נפתח בעצמו בחשבון שלך במחשב הזה. נעילה היא כאן וילון, לא דלת.</translation>
    </message>
    <message>
        <source>It does not open by itself. Each time, it asks for the passphrase.</source>
        <translation>הוא לא נפתח בעצמו. בכל פעם הוא מבקש את משפט הסיסמה.</translation>
    </message>
    <message>
        <source>The keyring of this computer seems to have no password. Whoever gets at its disk can read the key to the diary there. Give the keyring a password, or use a passphrase here.</source>
        <translation>נראה שלצרור המפתחות של המחשב אין סיסמה. מי שמגיע לדיסק יכול לקרוא שם את המפתח ליומן. כדאי לתת לצרור סיסמה, או להשתמש כאן במשפט סיסמה.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>שינוי משפט הסיסמה</translation>
    </message>
    <message>
        <source>Set the passphrase</source>
        <translation>קביעת משפט סיסמה</translation>
    </message>
    <message>
        <source>Whoever sits at your unlocked session can then open the diary with one click. If you share this computer, use a passphrase only.</source>
        <translation>מי שיושב מול המחשב כשהוא פתוח יוכל לפתוח את היומן בלחיצה אחת. אם המחשב משותף, כדאי להשתמש רק במשפט סיסמה.</translation>
    </message>
    <message>
        <source>Set a passphrase below first.</source>
        <translation>קודם יש לקבוע למטה משפט סיסמה.</translation>
    </message>
    <message>
        <source>Let it open by itself here</source>
        <translation>לתת לו להיפתח כאן בעצמו</translation>
    </message>
    <message>
        <source>Give its key to this keyring again</source>
        <translation>לתת את המפתח שוב לצרור המפתחות הזה</translation>
    </message>
    <message>
        <source>Ask for the passphrase each time</source>
        <translation>לבקש את משפט הסיסמה בכל פעם</translation>
    </message>
    <message>
        <source>From now on it opens by itself here.</source>
        <translation>מעכשיו הוא נפתח כאן בעצמו.</translation>
    </message>
    <message>
        <source>From now on it asks for the passphrase.</source>
        <translation>מעכשיו הוא מבקש את משפט הסיסמה.</translation>
    </message>
    <message>
        <source>It asks for the passphrase now. The keyring could not be emptied, though, and may still hold the key. Unlock the keyring and do this once more.</source>
        <translation>הוא מבקש עכשיו את משפט הסיסמה. אבל לא ניתן היה לרוקן את צרור המפתחות, ואולי המפתח עדיין בו. יש לפתוח את צרור המפתחות ולעשות זאת שוב.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>משפט סיסמה חדש</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>אותו הדבר שוב</translation>
    </message>
    <message>
        <source>Four or five words picked at random are easy to keep in mind and hard to guess. Older copies of the diary still open with the old passphrase; only a new key ends that.</source>
        <translation>ארבע או חמש מילים אקראיות קל לזכור וקשה לנחש. עותקים ישנים של היומן עדיין ייפתחו במשפט הישן; רק מפתח חדש משנה זאת.</translation>
    </message>
    <message>
        <source>Type a passphrase first.</source>
        <translation>קודם יש להקליד משפט סיסמה.</translation>
    </message>
    <message>
        <source>The two are not the same. Type the second one again.</source>
        <translation>השניים אינם זהים. יש להקליד שוב את השני.</translation>
    </message>
    <message>
        <source>The new passphrase opens the diary.</source>
        <translation>משפט הסיסמה החדש פותח את היומן.</translation>
    </message>
    <message>
        <source>See whether your paper is the right one. The code itself is not shown.</source>
        <translation>כאן אפשר לבדוק אם הנייר שלך הוא הנכון. הקוד עצמו לא מוצג.</translation>
    </message>
    <message>
        <source>Recovery code from your paper</source>
        <translation>קוד השחזור מהנייר שלך</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>לבדוק אותו</translation>
    </message>
    <message>
        <source>This code opens your diary.</source>
        <translation>הקוד הזה פותח את היומן שלך.</translation>
    </message>
    <message>
        <source>For when the paper is lost. The old code then opens this diary no more, but it still opens the backups of before.</source>
        <translation>למקרה שהנייר אבד. הקוד הישן לא יפתח עוד את היומן הזה, אבל עדיין יפתח גיבויים קודמים.</translation>
    </message>
    <message>
        <source>Make a new code …</source>
        <translation>יצירת קוד חדש …</translation>
    </message>
    <message>
        <source>The new code opens the diary.</source>
        <translation>הקוד החדש פותח את היומן.</translation>
    </message>
    <message>
        <source>Somebody may have a copy of your diary and know how it opened. Then a new passphrase is not enough, because it leads to the same key. A new key locks them out of everything you write from now on. What is in their copy, they can still read.</source>
        <translation>ייתכן שלמישהו יש עותק של היומן וידוע לו איך הוא נפתח. אז משפט סיסמה חדש לא מספיק, כי הוא מוביל לאותו מפתח. מפתח חדש סוגר בפניו את כל מה שייכתב מעכשיו. את מה שבעותק שלו אפשר עדיין לקרוא.</translation>
    </message>
    <message>
        <source>Your passphrase, or a new one</source>
        <translation>משפט הסיסמה שלך, או חדש</translation>
    </message>
    <message>
        <source>Make a new key …</source>
        <translation>יצירת מפתח חדש …</translation>
    </message>
    <message>
        <source>A new key comes with a new recovery code. Backups made before keep the old key and the old code.</source>
        <translation>עם מפתח חדש בא קוד שחזור חדש. גיבויים קודמים שומרים על המפתח הישן ועל הקוד הישן.</translation>
    </message>
</context>
<context>
    <name>PaperBar</name>
    <message>
        <source>Pa&amp;per</source>
        <translation>&amp;נייר</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>נייר</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>תצוגה מקדימה</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>הדפסה</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>שמירה כ-PDF</translation>
    </message>
    <message>
        <source>Paper and PDF are not encrypted. Whoever holds them can read them.</source>
        <translation>נייר ו-PDF אינם מוצפנים. מי שמחזיק בהם יכול לקרוא אותם.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>להמשיך</translation>
    </message>
    <message>
        <source>The printer did not take the page. Your words are in the diary.</source>
        <translation>המדפסת לא קיבלה את הדף. המילים שלך שמורות ביומן.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>נשלח למדפסת.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page, for reading aloud (*.html)</source>
        <translation>דף אינטרנט, להקראה (*.html)</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>שמירה כקובץ</translation>
    </message>
    <message>
        <source>Page.pdf</source>
        <translation>דף.pdf</translation>
    </message>
    <message>
        <source>The file is written: {name}</source>
        <translation>הקובץ נכתב: ⁨{name}⁩</translation>
    </message>
    <message>
        <source>There is no room on that disk. Nothing was written there; your words are in the diary.</source>
        <translation>אין מקום בדיסק הזה. שום דבר לא נכתב שם; המילים שלך שמורות ביומן.</translation>
    </message>
    <message>
        <source>That folder may not be written to. Choose another one; your words are in the diary.</source>
        <translation>אי אפשר לכתוב בתיקייה הזאת. יש לבחור אחרת; המילים שלך שמורות ביומן.</translation>
    </message>
    <message>
        <source>That folder is no longer there. Choose another one; your words are in the diary.</source>
        <translation>התיקייה הזאת כבר לא שם. יש לבחור אחרת; המילים שלך שמורות ביומן.</translation>
    </message>
    <message>
        <source>Nothing could be written there. Choose another place; your words are in the diary.</source>
        <translation>אי אפשר היה לכתוב שם. יש לבחור מקום אחר; המילים שלך שמורות ביומן.</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>מקש Caps Lock פעיל</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>להסתיר את מה שמוקלד</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>להראות את מה שמוקלד</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>התקדמות</translation>
    </message>
    <message>
        <source>Your own answers, over the sessions. A gap is where nothing was answered.</source>
        <translation>התשובות שלך, לאורך הפגישות. במקום שבו לא נענה דבר יש רווח.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Therapy Diary</source>
        <translation>יומן טיפול</translation>
    </message>
    <message>
        <source>Looking at the diary, page by page …</source>
        <translation>היומן נבדק, דף אחר דף …</translation>
    </message>
    <message>
        <source>Parts of the diary cannot be read</source>
        <translation>חלקים מהיומן אינם ניתנים לקריאה</translation>
    </message>
    <message>
        <source>The damaged file stays as it is, whatever you do here.</source>
        <translation>הקובץ הפגום נשאר כמו שהוא, לא משנה מה ייעשה כאן.</translation>
    </message>
    <message>
        <source>Put the key file back</source>
        <translation>להחזיר את קובץ המפתחות</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>לשחזר את הגיבוי הזה</translation>
    </message>
    <message>
        <source>Rescue what is readable</source>
        <translation>להציל את מה שניתן לקריאה</translation>
    </message>
    <message>
        <source>Open what was rescued</source>
        <translation>לפתוח את מה שניצל</translation>
    </message>
    <message>
        <source>Another backup …</source>
        <translation>גיבוי אחר …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>The newest backup that was seen whole is of {moment} and holds {counts}.</source>
        <translation>הגיבוי האחרון שנמצא שלם הוא מ-{moment}, ויש בו {counts}.</translation>
    </message>
    <message>
        <source>There is no backup beside the diary. Perhaps there is one on a stick.</source>
        <translation>אין גיבוי לצד היומן. אולי יש אחד בהתקן אחר.</translation>
    </message>
    <message>
        <source>The beginning of the file is gone. Only a backup can help.</source>
        <translation>תחילת הקובץ אבדה. רק גיבוי יכול לעזור.</translation>
    </message>
    <message>
        <source>Every page of the diary is whole. What is damaged or gone is the file with its keys, and a copy of that was found.</source>
        <translation>כל דף ביומן שלם. מה שפגום או חסר הוא קובץ המפתחות, ונמצא עותק שלו.</translation>
    </message>
    <message>
        <source>Damaged pages: {damaged} of {pages}. The rest can be read.</source>
        <translation>דפים פגומים: {damaged} מתוך {pages}. את השאר אפשר לקרוא.</translation>
    </message>
    <message>
        <source>A therapy (its name could not be read)</source>
        <translation>טיפול (אי אפשר לקרוא את שמו)</translation>
    </message>
    <message>
        <source>A note (its title and date could not be read)</source>
        <translation>רשומה (אי אפשר לקרוא את הכותרת והתאריך)</translation>
    </message>
    <message>
        <source>(its date could not be read)</source>
        <translation>(אי אפשר לקרוא את התאריך)</translation>
    </message>
    <message>
        <source>(its wording could not be read)</source>
        <translation>(אי אפשר לקרוא את הניסוח)</translation>
    </message>
    <message>
        <source>[The rest of this note could not be read.]</source>
        <translation>[את המשך הרשומה הזאת אי אפשר לקרוא.]</translation>
    </message>
    <message>
        <source>Reading what can be read …</source>
        <translation>נקרא מה שאפשר לקרוא …</translation>
    </message>
    <message>
        <source>Rescued: {saved}.</source>
        <translation>ניצלו: {saved}.</translation>
    </message>
    <message>
        <source>There were, as far as can be known: {there}.</source>
        <translation>היו, עד כמה שאפשר לדעת: {there}.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n note(s) only the beginning could be read.</source>
        <translation>
            <numerusform>מרשומה אחת אפשר היה לקרוא רק את ההתחלה.</numerusform>
            <numerusform>מ-%n רשומות אפשר היה לקרוא רק את ההתחלה.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing known of is missing.</source>
        <translation>לא ידוע על דבר שחסר.</translation>
    </message>
</context>
<context>
    <name>RestoreBackup</name>
    <message>
        <source>Passphrase or recovery code of its time</source>
        <translation>משפט סיסמה או קוד שחזור מאותו זמן</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>להסתכל בו</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>לשחזר את הגיבוי הזה</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>להשאיר כמו שהוא</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>בחירת גיבוי</translation>
    </message>
    <message>
        <source>Backups (*{suffix})</source>
        <translation>גיבויים (*{suffix})</translation>
    </message>
    <message>
        <source>Looking into the backup …</source>
        <translation>הגיבוי נבדק …</translation>
    </message>
    <message>
        <source>This backup is of {moment}. It opens with the passphrase or the code of its time.</source>
        <translation>הגיבוי הזה הוא מ-{moment}. הוא נפתח במשפט הסיסמה או בקוד מאותו זמן.</translation>
    </message>
    <message>
        <source>This backup is of {moment} and holds {counts}.</source>
        <translation>הגיבוי הזה הוא מ-{moment}, ויש בו {counts}.</translation>
    </message>
    <message>
        <source>Now there are {counts}.</source>
        <translation>ביומן הנוכחי יש {counts}.</translation>
    </message>
    <message>
        <source>The present diary is put aside and not removed. The restore can be taken back.</source>
        <translation>היומן הנוכחי מונח בצד ולא נמחק. אפשר לבטל את השחזור.</translation>
    </message>
    <message>
        <source>Restoring …</source>
        <translation>משוחזר …</translation>
    </message>
</context>
<context>
    <name>SavedState</name>
    <message>
        <source>Saved on this computer, {time}</source>
        <translation>נשמר במחשב הזה, {time}</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>נכתב …</translation>
    </message>
</context>
<context>
    <name>SessionNote</name>
    <message>
        <source>When you wrote it</source>
        <translation>מתי זה נכתב</translation>
    </message>
    <message>
        <source>A title, if you like</source>
        <translation>כותרת, אם רוצים</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>כותרת</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>הרשומה שלך</translation>
    </message>
    <message>
        <source>For next time</source>
        <translation>לפעם הבאה</translation>
    </message>
    <message>
        <source>One line for next time?</source>
        <translation>שורה אחת לפעם הבאה?</translation>
    </message>
    <message>
        <source>Between you</source>
        <translation>הקשר</translation>
    </message>
    <message>
        <source>How was it between you this time? It takes about a minute.</source>
        <translation>איך היה הקשר הפעם? זה לוקח בערך דקה.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>לענות</translation>
    </message>
    <message>
        <source>Answer how it was between you</source>
        <translation>לענות איך היה הקשר</translation>
    </message>
    <message>
        <source>Also about this session</source>
        <translation>עוד על הפגישה הזאת</translation>
    </message>
    <message>
        <source>Another note</source>
        <translation>עוד רשומה</translation>
    </message>
</context>
<context>
    <name>SessionNotePage</name>
    <message>
        <source>No therapy yet</source>
        <translation>עדיין אין כאן טיפול</translation>
    </message>
    <message>
        <source>A note belongs to a therapy. Begin one first.</source>
        <translation>רשומה שייכת לטיפול. קודם כדאי להתחיל אחד.</translation>
    </message>
    <message>
        <source>Go to Today</source>
        <translation>לדף היום</translation>
    </message>
    <message>
        <source>Brought back what you had not kept yet.</source>
        <translation>הוחזר מה שעוד לא נשמר.</translation>
    </message>
    <message>
        <source>One kind of character cannot be stored, and was left out (NUL).</source>
        <translation>סוג אחד של תו אי אפשר לשמור, והוא הושמט (NUL).</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>מילה אחת</numerusform>
            <numerusform>%n מילים</numerusform>
        </translation>
    </message>
    <message>
        <source>What would you like to bring?</source>
        <translation>מה חשוב לך להביא?</translation>
    </message>
    <message>
        <source>What stayed with you?</source>
        <translation>מה נשאר איתך?</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>מה עובר לך בראש?</translation>
    </message>
    <message>
        <source>Perhaps also: what was hard to say or to hear, and what you agreed on.</source>
        <translation>אולי גם: מה היה קשה לומר או לשמוע, ועל מה הייתה הסכמה.</translation>
    </message>
    <message>
        <source>Pick a session above, and this line is kept with it.</source>
        <translation>אפשר לבחור פגישה למעלה, והשורה תישמר איתה.</translation>
    </message>
    <message>
        <source>So far it says: {line}</source>
        <translation>כרגע כתוב כאן: ⁨{line}⁩</translation>
    </message>
    <message>
        <source>That is the most that fits here.</source>
        <translation>יותר מזה לא נכנס כאן.</translation>
    </message>
    <message>
        <source>Also about this session</source>
        <translation>עוד על הפגישה הזאת</translation>
    </message>
    <message>
        <source>Written lately</source>
        <translation>נכתב לאחרונה</translation>
    </message>
    <message>
        <source>You have answered how it was.</source>
        <translation>ענית איך היה.</translation>
    </message>
    <message>
        <source>Open the answers</source>
        <translation>לפתוח את התשובות</translation>
    </message>
    <message>
        <source>Open the answers on how it was between you</source>
        <translation>לפתוח את התשובות על איך היה הקשר</translation>
    </message>
    <message>
        <source>How was it between you this time? It takes about a minute.</source>
        <translation>איך היה הקשר הפעם? זה לוקח בערך דקה.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>לענות</translation>
    </message>
    <message>
        <source>Answer how it was between you</source>
        <translation>לענות איך היה הקשר</translation>
    </message>
</context>
<context>
    <name>SessionPicker</name>
    <message>
        <source>Which session</source>
        <translation>איזו פגישה</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>יום</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>שעה</translation>
    </message>
    <message>
        <source>Today, {start}</source>
        <translation>היום, {start}</translation>
    </message>
    <message>
        <source>Not about one session</source>
        <translation>לא על פגישה מסוימת</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>יום אחר…</translation>
    </message>
    <message>
        <source>Session {number}, {start}</source>
        <translation>פגישה {number}, {start}</translation>
    </message>
    <message>
        <source>Planned, {start}</source>
        <translation>מתוכננת, {start}</translation>
    </message>
    <message>
        <source>Did not take place, {start}</source>
        <translation>לא התקיימה, {start}</translation>
    </message>
</context>
<context>
    <name>SettingsLook</name>
    <message>
        <source>How it looks</source>
        <translation>איך זה נראה</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;צבעים</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;גודל הטקסט</translation>
    </message>
    <message>
        <source>Where the diary lies</source>
        <translation>איפה היומן נמצא</translation>
    </message>
    <message>
        <source>The whole folder is the diary. Copy all of it to take the diary along.</source>
        <translation>כל התיקייה היא היומן. כדי לקחת את היומן, יש להעתיק את כולה.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>Every choice holds at once.</source>
        <translation>כל בחירה חלה מיד.</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>חלקי ההגדרות</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>איך זה נראה</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>נעילה</translation>
    </message>
    <message>
        <source>How it opens</source>
        <translation>איך היומן נפתח</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>גיבויים</translation>
    </message>
    <message>
        <source>If it gets too much</source>
        <translation>כשזה נעשה יותר מדי</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>מחיקה</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Therapy Diary</source>
        <translation>יומן טיפול</translation>
    </message>
    <message>
        <source>The diary is being opened.</source>
        <translation>היומן נפתח.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Lock now</source>
        <translation>נעילה עכשיו</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>עזרה</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>דפים</translation>
    </message>
    <message>
        <source>Therapy Diary</source>
        <translation>יומן טיפול</translation>
    </message>
    <message>
        <source>Encrypted on this computer</source>
        <translation>מוצפן במחשב הזה</translation>
    </message>
</context>
<context>
    <name>TherapyForm</name>
    <message>
        <source>I am not sure</source>
        <translation>לא ברור לי</translation>
    </message>
    <message>
        <source>Talking about what comes up, and between us</source>
        <translation>מדברים על מה שעולה, ועל מה שבינינו</translation>
    </message>
    <message>
        <source>Working on agreed matters, with exercises</source>
        <translation>עובדים על נושאים מוסכמים, עם תרגילים</translation>
    </message>
    <message>
        <source>Some of both</source>
        <translation>קצת מכל אחד</translation>
    </message>
    <message>
        <source>No fixed day</source>
        <translation>אין יום קבוע</translation>
    </message>
    <message>
        <source>Why you came</source>
        <translation>מה הביא אותך לכאן</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>עם ⁨{name}⁩</translation>
    </message>
    <message>
        <source>My therapy</source>
        <translation>הטיפול שלי</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline, newest first</source>
        <translation>ציר הזמן, מהחדש לישן</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} עד {last}</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>פגישה {number}</translation>
    </message>
    <message>
        <source>Planned session</source>
        <translation>פגישה מתוכננת</translation>
    </message>
    <message>
        <source>Cancelled by you</source>
        <translation>ביטלת את הפגישה</translation>
    </message>
    <message>
        <source>Cancelled by your therapist</source>
        <translation>בוטלה מצד המטפל או המטפלת</translation>
    </message>
    <message>
        <source>Missed session</source>
        <translation>פגישה שהוחמצה</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>פגישה</translation>
    </message>
    <message>
        <source>First session</source>
        <translation>פגישה ראשונה</translation>
    </message>
    <message>
        <source>Goals set</source>
        <translation>נקבעו מטרות</translation>
    </message>
    <message>
        <source>Goals looked at</source>
        <translation>מבט על המטרות</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>הפסקה</translation>
    </message>
    <message>
        <source>Turning point</source>
        <translation>נקודת מפנה</translation>
    </message>
    <message>
        <source>A new experience</source>
        <translation>חוויה חדשה</translation>
    </message>
    <message>
        <source>Strain between you</source>
        <translation>מתח בקשר</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>תיקון</translation>
    </message>
    <message>
        <source>Ending raised</source>
        <translation>הסיום עלה</translation>
    </message>
    <message>
        <source>Last session</source>
        <translation>פגישה אחרונה</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>אבן דרך</translation>
    </message>
    <message>
        <source>aims</source>
        <translation>כיוון</translation>
    </message>
    <message>
        <source>way of working</source>
        <translation>דרך העבודה</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>חיבור</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>לא נענה</translation>
    </message>
    <message>
        <source>Between you, from 0 to 4: {parts}.</source>
        <translation>הקשר, מ-0 עד 4: {parts}.</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>ציר הזמן</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>רשומה חדשה</translation>
    </message>
    <message>
        <source>Search your diary</source>
        <translation>חיפוש ביומן שלך</translation>
    </message>
    <message>
        <source>All</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>פגישות</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>רשומות</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>אבני דרך</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>הפסקות</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>להציג: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>נמצאה תוצאה אחת</numerusform>
            <numerusform>נמצאו %n תוצאות</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>לא נמצא דבר</translation>
    </message>
    <message>
        <source>Nothing in this diary holds these words.</source>
        <translation>המילים האלה לא מופיעות ביומן.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>עדיין אין כאן דבר</translation>
    </message>
    <message>
        <source>Your notes and sessions will stand here, the newest first.</source>
        <translation>כאן יופיעו הרשומות והפגישות שלך, מהחדשה לישנה.</translation>
    </message>
    <message>
        <source>Write the first note</source>
        <translation>לכתוב רשומה ראשונה</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>אין מהסוג הזה</translation>
    </message>
    <message>
        <source>There is none in this diary so far.</source>
        <translation>בינתיים אין כזה ביומן.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>פגישה אחת</numerusform>
            <numerusform>%n פגישות</numerusform>
        </translation>
    </message>
    <message>
        <source>{sessions} since {day}</source>
        <translation>{sessions} מאז {day}</translation>
    </message>
    <message>
        <source>next one {day}, {time}</source>
        <translation>הבאה: {day}, {time}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>&amp;Write a note</source>
        <translation>לכתוב &amp;רשומה</translation>
    </message>
    <message>
        <source>&amp;Add something to bring</source>
        <translation>לה&amp;וסיף משהו להביא</translation>
    </message>
    <message>
        <source>&amp;Go on writing</source>
        <translation>להמשיך &amp;לכתוב</translation>
    </message>
    <message>
        <source>What you wrote last is still a draft. It is there when you go on.</source>
        <translation>מה שנכתב לאחרונה הוא עדיין טיוטה. הוא מחכה להמשך.</translation>
    </message>
    <message>
        <source>Write about your last session, or about what brings you there. Two lines are enough.</source>
        <translation>אפשר לכתוב על הפגישה האחרונה, או על מה שמביא אותך לשם. שתי שורות מספיקות.</translation>
    </message>
    <message>
        <source>Write the first note</source>
        <translation>לכתוב רשומה ראשונה</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>להמשיך לכתוב</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>בוקר טוב</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>צהריים טובים</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>ערב טוב</translation>
    </message>
    <message>
        <source>This therapy has ended</source>
        <translation>הטיפול הזה הסתיים</translation>
    </message>
    <message>
        <source>No next session is noted</source>
        <translation>לא רשומה פגישה הבאה</translation>
    </message>
    <message>
        <source>Waiting to be brought: {count}</source>
        <translation>דברים שמחכים לפגישה: {count}</translation>
    </message>
    <message>
        <source>Your next session is today</source>
        <translation>הפגישה הבאה שלך היום</translation>
    </message>
    <message>
        <source>Your next session is tomorrow</source>
        <translation>הפגישה הבאה שלך מחר</translation>
    </message>
    <message>
        <source>Your next session is on {weekday}, in {count} days</source>
        <translation>הפגישה הבאה שלך ב{weekday}, בעוד {count} ימים</translation>
    </message>
    <message>
        <source>From session {number}, {date}</source>
        <translation>מפגישה {number}, {date}</translation>
    </message>
    <message>
        <source>The note is written.</source>
        <translation>הרשומה כתובה.</translation>
    </message>
    <message>
        <source>There is room for a note.</source>
        <translation>יש מקום לרשומה.</translation>
    </message>
    <message>
        <source>How it was between you is answered.</source>
        <translation>ענית איך היה הקשר.</translation>
    </message>
    <message>
        <source>There is room for how it was between you.</source>
        <translation>יש מקום לכתוב איך היה הקשר.</translation>
    </message>
    <message>
        <source>A line for next time is left.</source>
        <translation>נשארה שורה לפעם הבאה.</translation>
    </message>
    <message>
        <source>There is room for a line for next time.</source>
        <translation>יש מקום לשורה לפעם הבאה.</translation>
    </message>
    <message>
        <source>Open the note</source>
        <translation>לפתוח את הרשומה</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>לכתוב את הרשומה</translation>
    </message>
    <message>
        <source>Open the answers</source>
        <translation>לפתוח את התשובות</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>לענות</translation>
    </message>
    <message>
        <source>Open the line</source>
        <translation>לפתוח את השורה</translation>
    </message>
    <message>
        <source>Write a line</source>
        <translation>לכתוב שורה</translation>
    </message>
    <message>
        <source>The line you left for next time</source>
        <translation>השורה שהשארת לפעם הבאה</translation>
    </message>
</context>
<context>
    <name>TopicRow</name>
    <message>
        <source>put off for later</source>
        <translation>נדחה להמשך</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>הובא</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>בחלקו</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>אחר כך</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>לוותר על זה</translation>
    </message>
</context>
<context>
    <name>Twice</name>
    <message>
        <source>delete</source>
        <translation>למחוק</translation>
    </message>
    <message>
        <source>Type the word {word} to go on</source>
        <translation>כדי להמשיך, יש להקליד את המילה {word}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>להשאיר</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Therapy Diary</source>
        <translation>יומן טיפול</translation>
    </message>
    <message>
        <source>Your diary is locked</source>
        <translation>היומן שלך נעול</translation>
    </message>
    <message>
        <source>This diary is on your device only. Nobody reads it and it cannot call anyone. If you or someone else is in danger, call your local emergency number.</source>
        <translation>היומן הזה נמצא רק במכשיר שלך. איש לא קורא אותו, והוא לא יכול להתקשר לאיש. אם יש סכנה, לך או למישהו אחר, יש להתקשר למספר החירום המקומי.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>לנסות שוב</translation>
    </message>
    <message>
        <source>The key lies in the keyring of this computer. A lock hides the diary from a glance here; whoever sits at your unlocked session can open it. With a passphrase, nobody else can.</source>
        <translation>המפתח נמצא בצרור המפתחות של המחשב הזה. נעילה מסתירה כאן את היומן ממבט חטוף; מי שיושב מול המחשב כשהוא פתוח יכול לפתוח אותו. עם משפט סיסמה, איש אחר לא יכול.</translation>
    </message>
    <message>
        <source>&amp;Open the diary</source>
        <translation>&amp;פתיחת היומן</translation>
    </message>
    <message>
        <source>Open by &amp;keyring instead</source>
        <translation>פתיחה ב&amp;צרור המפתחות במקום זה</translation>
    </message>
    <message>
        <source>Use the p&amp;assphrase instead</source>
        <translation>פתיחה במשפט ה&amp;סיסמה במקום זה</translation>
    </message>
    <message>
        <source>&amp;Use the recovery code instead</source>
        <translation>פתיחה ב&amp;קוד השחזור במקום זה</translation>
    </message>
    <message>
        <source>Open it, and choose a passphrase</source>
        <translation>לפתוח, ולבחור משפט סיסמה</translation>
    </message>
    <message>
        <source>See what can be done</source>
        <translation>לראות מה אפשר לעשות</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>שחזור גיבוי …</translation>
    </message>
    <message>
        <source>Restoring …</source>
        <translation>משוחזר …</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>נפתח …</translation>
    </message>
    <message>
        <source>Asking the keyring of this computer …</source>
        <translation>פנייה לצרור המפתחות של המחשב …</translation>
    </message>
    <message>
        <source>&amp;Passphrase or recovery code</source>
        <translation>משפט סיסמה &amp;או קוד שחזור</translation>
    </message>
    <message>
        <source>You can try again in {seconds} s.</source>
        <translation>אפשר לנסות שוב בעוד {seconds} שניות.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;משפט סיסמה</translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation>קוד &amp;שחזור</translation>
    </message>
    <message>
        <source>Eight groups of six digits, from your paper.</source>
        <translation>שמונה קבוצות של שש ספרות, מתוך הנייר שלך.</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>shown now</source>
        <translation>מוצג עכשיו</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>new wording</source>
        <translation>ניסוח חדש</translation>
    </message>
    <message>
        <source>overall</source>
        <translation>בסך הכול</translation>
    </message>
    <message>
        <source>break</source>
        <translation>הפסקה</translation>
    </message>
    <message>
        <source>getting to know each other</source>
        <translation>היכרות</translation>
    </message>
    <message>
        <source>where at least half of the ratings lie</source>
        <translation>כאן נמצאים לפחות מחצית הדירוגים</translation>
    </message>
    <message>
        <source>not all eight answered</source>
        <translation>לא כל השמונה נענו</translation>
    </message>
    <message>
        <source>filled in later</source>
        <translation>מולא מאוחר יותר</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>פגישה</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>תאריך</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>בסך הכול</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>הערות</translation>
    </message>
    <message>
        <source>Dots appear here after your first rating.</source>
        <translation>נקודות יופיעו כאן אחרי הדירוג הראשון שלך.</translation>
    </message>
    <message>
        <source>So far too few statements were answered for an overall line.</source>
        <translation>בינתיים נענו מעט מדי היגדים בשביל קו כולל.</translation>
    </message>
    <message>
        <source>Ratings so far: {count}. Then and now can be compared from five on.</source>
        <translation>דירוגים עד עכשיו: {count}. מחמישה ומעלה אפשר להשוות בין אז להיום.</translation>
    </message>
    <message>
        <source>First three ratings: around {then}. Latest three: around {now}.</source>
        <translation>שלושת הדירוגים הראשונים: סביב {then}. שלושת האחרונים: סביב {now}.</translation>
    </message>
    <message>
        <source>It is too early to speak of a direction.</source>
        <translation>מוקדם מדי לדבר על כיוון.</translation>
    </message>
    <message>
        <source>At least half of all ratings are {low}.</source>
        <translation>לפחות מחצית הדירוגים הם {low}.</translation>
    </message>
    <message>
        <source>At least half of all ratings lie between {low} and {high}.</source>
        <translation>לפחות מחצית הדירוגים נמצאים בין {low} ל-{high}.</translation>
    </message>
    <message>
        <source>Ratings in an earlier wording are left out of this.</source>
        <translation>דירוגים בניסוח קודם אינם נכללים כאן.</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>עד {day}</translation>
    </message>
    <message>
        <source>{count} of {all} answered</source>
        <translation>{count} מתוך {all} נענו</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>לא דורג</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>אין ערך</translation>
    </message>
    <message>
        <source>overall: {words}</source>
        <translation>בסך הכול: {words}</translation>
    </message>
    <message>
        <source>Session {number}, {day}</source>
        <translation>פגישה {number}, {day}</translation>
    </message>
    <message>
        <source>first session</source>
        <translation>פגישה ראשונה</translation>
    </message>
    <message>
        <source>goals set</source>
        <translation>נקבעו מטרות</translation>
    </message>
    <message>
        <source>goals looked at</source>
        <translation>מבט על המטרות</translation>
    </message>
    <message>
        <source>turning point</source>
        <translation>נקודת מפנה</translation>
    </message>
    <message>
        <source>a new experience</source>
        <translation>חוויה חדשה</translation>
    </message>
    <message>
        <source>strain</source>
        <translation>מתח</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>תיקון</translation>
    </message>
    <message>
        <source>ending raised</source>
        <translation>הסיום עלה</translation>
    </message>
    <message>
        <source>last session</source>
        <translation>פגישה אחרונה</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>סימון</translation>
    </message>
    <message>
        <source>days: {count}</source>
        <translation>ימים: {count}</translation>
    </message>
    <message>
        <source>{count} weeks</source>
        <translation>{count} שבועות</translation>
    </message>
    <message>
        <source>Being here</source>
        <translation>להיות כאן</translation>
    </message>
    <message>
        <source>Being met</source>
        <translation>הבנה ומפגש</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>תנועה</translation>
    </message>
    <message>
        <source>Rows appear here after your first checklist.</source>
        <translation>שורות יופיעו כאן אחרי השאלון הראשון שלך.</translation>
    </message>
    <message>
        <source>Answered once so far, on {day}.</source>
        <translation>נענה פעם אחת עד עכשיו, ב-{day}.</translation>
    </message>
    <message>
        <source>The questions are worded anew, so the latest answers are not compared.</source>
        <translation>השאלות נוסחו מחדש, ולכן התשובות האחרונות אינן מושוות.</translation>
    </message>
    <message>
        <source>No answer has moved since {day}.</source>
        <translation>אף תשובה לא זזה מאז {day}.</translation>
    </message>
    <message>
        <source>Since {day}:</source>
        <translation>מאז {day}:</translation>
    </message>
    <message>
        <source>“{question}” from “{before}” to “{now}”.</source>
        <translation>״{question}״, מ״{before}״ אל ״{now}״.</translation>
    </message>
    <message>
        <source>The table shows the others.</source>
        <translation>השאר מופיעות בטבלה.</translation>
    </message>
    <message>
        <source>earlier aim</source>
        <translation>כוונה קודמת</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>הושגה</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>הונחה בצד</translation>
    </message>
    <message>
        <source>carried on alone</source>
        <translation>ממשיכה בלי הטיפול</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>הוחלפה</translation>
    </message>
    <message>
        <source>0: no nearer than at the start</source>
        <translation>0: באותו מקום כמו בהתחלה</translation>
    </message>
    <message>
        <source>5: about half way</source>
        <translation>5: בערך באמצע הדרך</translation>
    </message>
    <message>
        <source>10: as far as I wanted</source>
        <translation>10: לאן שרציתי</translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation>עוד לא דורגה</translation>
    </message>
    <message>
        <source>middle of the first three ratings</source>
        <translation>האמצעי מבין שלושת הדירוגים הראשונים</translation>
    </message>
    <message>
        <source>middle of the latest three</source>
        <translation>האמצעי מבין שלושת האחרונים</translation>
    </message>
    <message>
        <source>fewer than five ratings: each of them</source>
        <translation>פחות מחמישה דירוגים: כל אחד מהם</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>מטרות</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>מטרה</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>דירוג</translation>
    </message>
    <message>
        <source>0 no nearer than at the start · 5 about half way · 10 as far as I wanted</source>
        <translation>0 באותו מקום כמו בהתחלה · 5 בערך באמצע הדרך · 10 לאן שרציתי</translation>
    </message>
    <message>
        <source>Tracks appear here after you have rated a goal.</source>
        <translation>מסלולים יופיעו כאן אחרי דירוג של מטרה.</translation>
    </message>
    <message>
        <source>With fewer than eight ratings it is too early to speak of a direction.</source>
        <translation>עם פחות משמונה דירוגים מוקדם מדי לדבר על כיוון.</translation>
    </message>
    <message>
        <source>The present aims are not rated yet.</source>
        <translation>הכוונות הנוכחיות עוד לא דורגו.</translation>
    </message>
    <message>
        <source>{goal}: ratings so far: {count}.</source>
        <translation>{goal}: דירוגים עד עכשיו: {count}.</translation>
    </message>
    <message>
        <source>{goal}: around {then} at first, around {now} lately.</source>
        <translation>{goal}: סביב {then} בהתחלה, סביב {now} לאחרונה.</translation>
    </message>
    <message>
        <source>clearer words</source>
        <translation>מילים ברורות יותר</translation>
    </message>
    <message>
        <source>a new aim</source>
        <translation>כוונה חדשה</translation>
    </message>
    <message>
        <source>first three ratings: around {then}</source>
        <translation>שלושת הדירוגים הראשונים: סביב {then}</translation>
    </message>
    <message>
        <source>latest three: around {now}</source>
        <translation>שלושת האחרונים: סביב {now}</translation>
    </message>
    <message>
        <source>ratings: {values}</source>
        <translation>דירוגים: {values}</translation>
    </message>
    <message>
        <source>Since {start}: {words}</source>
        <translation>מאז ⁨{start}⁩: {words}</translation>
    </message>
    <message>
        <source>It leans up; that could be chance.</source>
        <translation>יש נטייה למעלה; זה יכול להיות מקרי.</translation>
    </message>
    <message>
        <source>It leans down; that could be chance.</source>
        <translation>יש נטייה למטה; זה יכול להיות מקרי.</translation>
    </message>
    <message>
        <source>First three answers: about {then}. Latest three: about {now}.</source>
        <translation>שלוש התשובות הראשונות: סביב {then}. שלוש האחרונות: סביב {now}.</translation>
    </message>
    <message>
        <source>Mostly about {middle}.</source>
        <translation>לרוב סביב {middle}.</translation>
    </message>
    <message>
        <source>Mostly between {low} and {high}.</source>
        <translation>לרוב בין {low} ל-{high}.</translation>
    </message>
    <message>
        <source>Answers so far: {count}.</source>
        <translation>תשובות עד עכשיו: {count}.</translation>
    </message>
    <message>
        <source>No clear direction.</source>
        <translation>אין כיוון ברור.</translation>
    </message>
    <message>
        <source>It has been rising: from about {then} (first three) to about {now} (latest three).</source>
        <translation>יש עלייה: סביב {then} (שלוש הראשונות), ואחר כך סביב {now} (שלוש האחרונות).</translation>
    </message>
    <message>
        <source>It has been falling: from about {then} (first three) to about {now} (latest three).</source>
        <translation>יש ירידה: סביב {then} (שלוש הראשונות), ואחר כך סביב {now} (שלוש האחרונות).</translation>
    </message>
</context>
<context>
    <name>code_paper</name>
    <message>
        <source>Recovery code</source>
        <translation>קוד שחזור</translation>
    </message>
    <message>
        <source>Whoever holds this paper can open the file. Keep it away from the computer.</source>
        <translation>מי שמחזיק בנייר הזה יכול לפתוח את הקובץ. יש לשמור אותו הרחק מהמחשב.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>Another program is using the diary file; close it there and try again.</source>
        <translation>תוכנה אחרת משתמשת בקובץ היומן; יש לסגור אותו שם ולנסות שוב.</translation>
    </message>
    <message>
        <source>The disk is full and this was not saved; make some room and save again.</source>
        <translation>הדיסק מלא וזה לא נשמר; יש לפנות מקום ולשמור שוב.</translation>
    </message>
    <message>
        <source>The diary&apos;s folder cannot be written to; allow writing there, or move the diary elsewhere.</source>
        <translation>אי אפשר לכתוב בתיקיית היומן; יש לאפשר כתיבה בה, או להעביר את היומן.</translation>
    </message>
    <message>
        <source>The disk did not read or write as it should; check that it is connected, then try again.</source>
        <translation>הדיסק לא קרא או כתב כמו שצריך; יש לבדוק שהוא מחובר ולנסות שוב.</translation>
    </message>
    <message>
        <source>The diary file cannot be reached just now; check the disk and try again.</source>
        <translation>אי אפשר להגיע כרגע לקובץ היומן; יש לבדוק את הדיסק ולנסות שוב.</translation>
    </message>
    <message>
        <source>The diary file is not where it was; put it back, or restore a backup.</source>
        <translation>קובץ היומן אינו במקומו; יש להחזיר אותו, או לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>The diary file has been emptied from outside; restore a backup.</source>
        <translation>קובץ היומן רוקן מבחוץ; יש לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>What lies at this place is not a diary of this program; choose another folder or file.</source>
        <translation>מה שנמצא במקום הזה אינו יומן של התוכנה; יש לבחור תיקייה או קובץ אחרים.</translation>
    </message>
    <message>
        <source>There is a file at this place already; open it, or choose another folder.</source>
        <translation>במקום הזה כבר יש קובץ; אפשר לפתוח אותו, או לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>The diary file was moved or replaced while open; copy your text, then close and reopen the diary.</source>
        <translation>קובץ היומן הועבר או הוחלף בזמן שהיה פתוח; יש להעתיק את הטקסט, לסגור את היומן ולפתוח אותו שוב.</translation>
    </message>
    <message>
        <source>The diary is not at this place; look for it, or restore a backup.</source>
        <translation>היומן אינו במקום הזה; אפשר לחפש אותו, או לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>The key does not fit, or the file is damaged; try another way in, or restore a backup.</source>
        <translation>המפתח לא מתאים, או שהקובץ פגום; אפשר לנסות דרך אחרת, או לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>Your key is right, but the diary file is damaged; restore a backup.</source>
        <translation>המפתח שלך נכון, אבל קובץ היומן פגום; יש לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>A newer version of Therapy Diary wrote this diary; update the program to open it.</source>
        <translation>גרסה חדשה יותר של יומן טיפול כתבה את היומן הזה; כדי לפתוח אותו יש לעדכן את התוכנה.</translation>
    </message>
    <message>
        <source>The part of the program that encrypts is missing or too old; install Therapy Diary again.</source>
        <translation>החלק שמצפין חסר בתוכנה או ישן מדי; יש להתקין שוב את יומן טיפול.</translation>
    </message>
    <message>
        <source>The diary file could not do this; close the diary, open it again, and try once more.</source>
        <translation>קובץ היומן לא הצליח לעשות זאת; יש לסגור את היומן, לפתוח אותו ולנסות שוב.</translation>
    </message>
    <message>
        <source>This passphrase does not open the diary; type it again, or use your recovery code.</source>
        <translation>משפט הסיסמה הזה לא פותח את היומן; אפשר להקליד אותו שוב, או להשתמש בקוד השחזור.</translation>
    </message>
    <message>
        <source>The passphrase is empty; type one.</source>
        <translation>משפט הסיסמה ריק; יש להקליד משפט.</translation>
    </message>
    <message>
        <source>This recovery code belongs to another diary, or to an older key; look for the right one.</source>
        <translation>קוד השחזור הזה שייך ליומן אחר, או למפתח ישן יותר; יש לחפש את הקוד הנכון.</translation>
    </message>
    <message>
        <source>This diary was not set up to open that way; choose another way in.</source>
        <translation>היומן הזה לא הוגדר להיפתח בדרך הזאת; יש לבחור דרך אחרת.</translation>
    </message>
    <message>
        <source>There is too little free memory to check the passphrase; close other programs and try again.</source>
        <translation>אין מספיק זיכרון פנוי לבדיקת משפט הסיסמה; יש לסגור תוכנות אחרות ולנסות שוב.</translation>
    </message>
    <message>
        <source>The file keys.json is not beside the diary; put it back, or restore a backup.</source>
        <translation>הקובץ keys.json אינו לצד היומן; יש להחזיר אותו, או לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>The file keys.json is damaged; put an older copy back, or restore a backup.</source>
        <translation>הקובץ keys.json פגום; יש להחזיר עותק ישן יותר, או לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>A newer version of Therapy Diary wrote keys.json; update the program to open this diary.</source>
        <translation>גרסה חדשה יותר של יומן טיפול כתבה את keys.json; כדי לפתוח את היומן יש לעדכן את התוכנה.</translation>
    </message>
    <message>
        <source>The key to the diary could not be had; try another way in.</source>
        <translation>לא ניתן היה להשיג את המפתח ליומן; אפשר לנסות דרך אחרת.</translation>
    </message>
    <message>
        <source>There is no diary in this folder yet; begin one, or choose another folder.</source>
        <translation>בתיקייה הזאת עדיין אין יומן; אפשר להתחיל אחד, או לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>There is a diary in this folder already; open it, or choose another folder.</source>
        <translation>בתיקייה הזאת כבר יש יומן; אפשר לפתוח אותו, או לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>Therapy Diary is already open with this diary; go to that window, or close it first.</source>
        <translation>יומן טיפול כבר פתוח עם היומן הזה; אפשר לעבור לחלון ההוא, או לסגור אותו קודם.</translation>
    </message>
    <message>
        <source>The file current.json is gone from the diary folder; put it back, or restore a backup.</source>
        <translation>הקובץ current.json נעלם מתיקיית היומן; יש להחזיר אותו, או לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>The file current.json cannot be read; put an older copy back, or restore a backup.</source>
        <translation>אי אפשר לקרוא את הקובץ current.json; יש להחזיר עותק ישן יותר, או לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>A newer version of Therapy Diary made this folder; update the program to open it.</source>
        <translation>גרסה חדשה יותר של יומן טיפול יצרה את התיקייה הזאת; כדי לפתוח אותה יש לעדכן את התוכנה.</translation>
    </message>
    <message>
        <source>The diary is gone from the vaults folder; put it back, or restore a backup.</source>
        <translation>היומן נעלם מהתיקייה vaults; יש להחזיר אותו, או לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>No earlier diary was put aside here, so there is nothing to take back.</source>
        <translation>לא הונח כאן בצד יומן קודם, ולכן אין מה להחזיר.</translation>
    </message>
    <message>
        <source>This file is not a backup of this program; choose a file that ends in .diarybackup.</source>
        <translation>הקובץ הזה אינו גיבוי של התוכנה; יש לבחור קובץ עם הסיומת ⁦.diarybackup⁩.</translation>
    </message>
    <message>
        <source>There is no backup at this place; check that the disk or stick is plugged in.</source>
        <translation>במקום הזה אין גיבוי; יש לבדוק שהדיסק או ההתקן מחוברים.</translation>
    </message>
    <message>
        <source>This backup is damaged and was not used; choose another one.</source>
        <translation>הגיבוי הזה פגום ולא נעשה בו שימוש; יש לבחור גיבוי אחר.</translation>
    </message>
    <message>
        <source>A newer version of Therapy Diary wrote this backup; update the program to restore it.</source>
        <translation>גרסה חדשה יותר של יומן טיפול כתבה את הגיבוי הזה; כדי לשחזר אותו יש לעדכן את התוכנה.</translation>
    </message>
    <message>
        <source>This backup has another key; open it with the passphrase or recovery code of its time.</source>
        <translation>לגיבוי הזה יש מפתח אחר; יש לפתוח אותו במשפט הסיסמה או בקוד השחזור מאותו זמן.</translation>
    </message>
    <message>
        <source>There is a file of this name already; choose another name for the backup.</source>
        <translation>כבר יש קובץ בשם הזה; יש לבחור שם אחר לגיבוי.</translation>
    </message>
    <message>
        <source>The backup could not be made or read; the diary itself is as it was.</source>
        <translation>לא ניתן היה ליצור או לקרוא את הגיבוי; היומן עצמו נשאר כפי שהיה.</translation>
    </message>
    <message>
        <source>The diary folder is not as it should be; put back what was moved, or restore a backup.</source>
        <translation>תיקיית היומן אינה כפי שצריך; יש להחזיר את מה שהועבר, או לשחזר גיבוי.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring does not hold the key; open the diary with your recovery code.</source>
        <translation>המפתח אינו בצרור המפתחות של המחשב; יש לפתוח את היומן בקוד השחזור.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring is locked; unlock it and try again, or use your recovery code.</source>
        <translation>צרור המפתחות של המחשב נעול; יש לפתוח אותו ולנסות שוב, או להשתמש בקוד השחזור.</translation>
    </message>
    <message>
        <source>The keyring stayed locked; try again and unlock it, or use your recovery code.</source>
        <translation>צרור המפתחות נשאר נעול; אפשר לנסות שוב ולפתוח אותו, או להשתמש בקוד השחזור.</translation>
    </message>
    <message>
        <source>No working keyring was found on this computer; use a passphrase or your recovery code.</source>
        <translation>לא נמצא במחשב צרור מפתחות פעיל; אפשר להשתמש במשפט סיסמה או בקוד השחזור.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring did not answer; try again, or use your recovery code.</source>
        <translation>צרור המפתחות של המחשב לא ענה; אפשר לנסות שוב, או להשתמש בקוד השחזור.</translation>
    </message>
    <message>
        <source>This is not the keyring the diary was given to; open the diary with your recovery code.</source>
        <translation>זה לא צרור המפתחות שהיומן נמסר לו; יש לפתוח את היומן בקוד השחזור.</translation>
    </message>
    <message>
        <source>Group {groups} of the recovery code cannot be right; compare it with your paper.</source>
        <translation>קבוצה {groups} של קוד השחזור אינה יכולה להיות נכונה; כדאי להשוות לנייר.</translation>
    </message>
    <message>
        <source>Groups {groups} of the recovery code cannot be right; compare them with your paper.</source>
        <translation>הקבוצות {groups} של קוד השחזור אינן יכולות להיות נכונות; כדאי להשוות לנייר.</translation>
    </message>
    <message>
        <source>The recovery code has 48 digits and {digits} were typed; compare it with your paper.</source>
        <translation>בקוד השחזור יש 48 ספרות, והוקלדו {digits}; כדאי להשוות לנייר.</translation>
    </message>
    <message>
        <source>The recovery code has 48 digits and {digits} were typed; look at group {groups} first.</source>
        <translation>בקוד השחזור יש 48 ספרות, והוקלדו {digits}; כדאי לבדוק קודם את קבוצה {groups}.</translation>
    </message>
</context>
</TS>
