<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he_IL" sourcelanguage="en">
<context>
    <name>About</name>
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
        <translation>מענה</translation>
    </message>
    <message>
        <source>Answer how it was between you</source>
        <translation>לענות איך היה הקשר</translation>
    </message>
</context>
<context>
    <name>AbovePage</name>
    <message>
        <source>The diary locks in {seconds} s. Press any key to keep it open.</source>
        <translation>היומן יינעל בעוד {seconds} שניות. לחיצה על מקש כלשהו תשאיר אותו פתוח.</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>להשאיר פתוח</translation>
    </message>
    <message>
        <source>Close without the last words</source>
        <translation>סגירה בלי המילים האחרונות</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Add one from a file</source>
        <translation>הוספה מקובץ</translation>
    </message>
    <message>
        <source>Many questionnaires belong to someone. Add one only if you may use it for yourself; this diary keeps it on this device.</source>
        <translation>שאלונים רבים שייכים למישהו. אפשר להוסיף שאלון רק כשמותר להשתמש בו לעצמך; היומן הזה שומר אותו במכשיר הזה.</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>בחירת קובץ…</translation>
    </message>
    <message>
        <source>Add a questionnaire</source>
        <translation>הוספת שאלון</translation>
    </message>
    <message>
        <source>Questionnaire (*.toml)</source>
        <translation>שאלון (*.toml)</translation>
    </message>
    <message>
        <source>That file cannot be read. Choose another one.</source>
        <translation>אי אפשר לקרוא את הקובץ הזה. יש לבחור קובץ אחר.</translation>
    </message>
    <message>
        <source>This is what it would look like:</source>
        <translation>כך זה ייראה:</translation>
    </message>
    <message>
        <source>Add it for myself</source>
        <translation>הוספה לשימושי</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>להניח לזה</translation>
    </message>
</context>
<context>
    <name>AfterSessionPage</name>
    <message>
        <source>This session has not begun. Choose one that has.</source>
        <translation>הפגישה הזאת עוד לא התחילה. אפשר לבחור פגישה שכבר התחילה.</translation>
    </message>
    <message>
        <source>This session did not take place, so there is nothing to answer for it.</source>
        <translation>הפגישה הזאת לא התקיימה, ולכן אין מה לענות עליה.</translation>
    </message>
    <message>
        <source>Write a note about it</source>
        <translation>כתיבת רשומה עליה</translation>
    </message>
    <message>
        <source>Written on {day}</source>
        <translation>נכתב ב{day}</translation>
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
        <source>Go to Today</source>
        <translation>לדף היום</translation>
    </message>
    <message>
        <source>After the session</source>
        <translation>אחרי הפגישה</translation>
    </message>
    <message>
        <source>Any part may stay empty.</source>
        <translation>כל חלק יכול להישאר ריק.</translation>
    </message>
    <message>
        <source>That is all for today</source>
        <translation>זה הכול להיום</translation>
    </message>
</context>
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
</context>
<context>
    <name>AlliancePart</name>
    <message>
        <source>If one thing had been different today, what?</source>
        <translation>אם דבר אחד היה יכול להיות אחרת היום, מה הוא?</translation>
    </message>
    <message>
        <source>These answers lie half given on their own page.</source>
        <translation>התשובות האלה מחכות בדף שלהן, עדיין לא גמורות.</translation>
    </message>
    <message>
        <source>Go on there</source>
        <translation>להמשיך שם</translation>
    </message>
    <message>
        <source>You answered for this session on {day}.</source>
        <translation>על הפגישה הזאת נענו תשובות ב{day}.</translation>
    </message>
    <message>
        <source>Change those answers</source>
        <translation>שינוי התשובות האלה</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Anything may be left out.</source>
        <translation>אפשר להשאיר כל דבר בלי תשובה.</translation>
    </message>
    <message>
        <source>Keep these answers</source>
        <translation>שמירת התשובות</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>להניח לזה</translation>
    </message>
    <message>
        <source>Nothing is answered yet.</source>
        <translation>עוד לא נענה דבר.</translation>
    </message>
</context>
<context>
    <name>Arrangement</name>
    <message>
        <source>F11 or Esc leads back to the page.</source>
        <translation>F11 או Esc מחזירים לדף.</translation>
    </message>
</context>
<context>
    <name>AsideCard</name>
    <message>
        <source>Make it something to bring</source>
        <translation>להפוך למשהו להביא</translation>
    </message>
    <message>
        <source>Kept for the next session.</source>
        <translation>נשמר לפגישה הבאה.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>Put away for some sessions.</source>
        <translation>הונח בצד לכמה פגישות.</translation>
    </message>
</context>
<context>
    <name>AtRestCard</name>
    <message>
        <source>Go to the timeline</source>
        <translation>לציר הזמן</translation>
    </message>
    <message>
        <source>This therapy has ended</source>
        <translation>הטיפול הזה הסתיים</translation>
    </message>
    <message>
        <source>There is no session to prepare. What you wrote stays in the timeline, to be read.</source>
        <translation>אין פגישה להתכונן אליה. מה שנכתב נשאר בציר הזמן, לקריאה.</translation>
    </message>
    <message>
        <source>This therapy is paused</source>
        <translation>הטיפול הזה בהפסקה</translation>
    </message>
    <message>
        <source>Nothing is asked meanwhile. What you want to bring can wait here.</source>
        <translation>בינתיים אין כאן שאלות. מה שרוצים להביא יכול לחכות כאן.</translation>
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
        <source>The diary is backed up by itself, into its own folder: an hour apart at the least, after a change. That helps against mistakes, but not against a broken or stolen computer: take a copy elsewhere now and then.</source>
        <translation>היומן מגובה בעצמו, לתיקייה שלו: אחרי שינוי, ובהפרש של שעה לפחות. זה עוזר נגד טעויות, אבל לא נגד מחשב שהתקלקל או נגנב: כדאי להעתיק גיבוי למקום אחר מדי פעם.</translation>
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
        <source>Remove this one …</source>
        <translation>להסיר את הגיבוי הזה …</translation>
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
        <source>opens with the code or passphrase of its time</source>
        <translation>נפתח בקוד או במשפט הסיסמה מאותו זמן</translation>
    </message>
    <message>
        <source>last seen to open on {moment}</source>
        <translation>נבדק ונפתח לאחרונה ב-{moment}</translation>
    </message>
    <message>
        <source>found damaged</source>
        <translation>נמצא פגום</translation>
    </message>
    <message>
        <source>It opens, every page of it is whole, and it holds {counts}.</source>
        <translation>הוא נפתח, כל דף בו שלם, ויש בו {counts}.</translation>
    </message>
    <message>
        <source>The backup of {moment} would be gone for good. Nothing else of it is kept here.</source>
        <translation>הגיבוי מ-{moment} יוסר לתמיד. דבר ממנו לא נשמר כאן.</translation>
    </message>
    <message>
        <source>Remove it for good</source>
        <translation>להסיר אותו לתמיד</translation>
    </message>
    <message>
        <source>The backup is removed.</source>
        <translation>הגיבוי הוסר.</translation>
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
    <message>
        <source>Remove what was put aside …</source>
        <translation>להסיר את מה שהונח בצד …</translation>
    </message>
    <message>
        <source>This backup is your diary now. The one before is put aside.</source>
        <translation>הגיבוי הזה הוא עכשיו היומן שלך. היומן הקודם מונח בצד.</translation>
    </message>
    <message>
        <source>The diaries that a restore or a rescue put aside would be gone for good. The last restore could then not be taken back.</source>
        <translation>היומנים ששחזור או הצלה הניחו בצד יוסרו לתמיד. אחר כך לא יהיה אפשר לבטל את השחזור האחרון.</translation>
    </message>
    <message>
        <source>Remove them for good</source>
        <translation>להסיר אותם לתמיד</translation>
    </message>
    <message>
        <source>What was put aside is removed.</source>
        <translation>מה שהונח בצד הוסר.</translation>
    </message>
    <message>
        <source>The restore is taken back.</source>
        <translation>השחזור בוטל.</translation>
    </message>
</context>
<context>
    <name>BeforeRoom</name>
    <message>
        <source>Ending</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>A goodbye with room for it</source>
        <translation>פרידה שיש לה מקום</translation>
    </message>
    <message>
        <source>I leave this open</source>
        <translation>זה נשאר פתוח</translation>
    </message>
    <message>
        <source>&amp;Write the worksheet</source>
        <translation>לכתוב את דף ה&amp;סיכום</translation>
    </message>
    <message>
        <source>&amp;Begin an ending</source>
        <translation>להתחיל &amp;סיום</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>לשמור את זה</translation>
    </message>
    <message>
        <source>You began an ending before and took it back. What you wrote then is still here.</source>
        <translation>התחלת סיום בעבר וביטלת אותו. מה שכתבת אז עדיין כאן.</translation>
    </message>
    <message>
        <source>This therapy is over. A goodbye can be written now, also where there was no time for one.</source>
        <translation>הטיפול הזה הסתיים. אפשר לכתוב פרידה עכשיו, גם אם לא היה לה זמן.</translation>
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
        <source>Show numbers again</source>
        <translation>להראות שוב מספרים</translation>
    </message>
    <message>
        <source>Hide numbers</source>
        <translation>להסתיר מספרים</translation>
    </message>
    <message>
        <source>Before the session with {name}</source>
        <translation>לפני הפגישה עם {name}</translation>
    </message>
    <message>
        <source>Before the session</source>
        <translation>לפני הפגישה</translation>
    </message>
    <message>
        <source>To think of, if you like; it needs no answer</source>
        <translation>למחשבה, אם רוצים; אין צורך לענות</translation>
    </message>
    <message>
        <source>I am ready</source>
        <translation>אפשר ללכת</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>הדפסה …</translation>
    </message>
    <message>
        <source>Last time was on {date}.</source>
        <translation>הפעם הקודמת הייתה ב-{date}.</translation>
    </message>
    <message>
        <source>All of it stays here, whatever comes up.</source>
        <translation>הכול נשאר כאן, מה שלא יעלה.</translation>
    </message>
    <message>
        <source>The same subject again</source>
        <translation>שוב אותו נושא</translation>
    </message>
    <message>
        <source>Everything to bring</source>
        <translation>כל מה שרוצים להביא</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Getting to know each other</source>
        <translation>ימים של היכרות</translation>
    </message>
</context>
<context>
    <name>Beginnings</name>
    <message>
        <source>Begin with</source>
        <translation>להתחיל עם</translation>
    </message>
    <message>
        <source>template</source>
        <translation>תבנית</translation>
    </message>
    <message>
        <source>Begin with: {name}</source>
        <translation>להתחיל עם: {name}</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Nothing was answered.</source>
        <translation>לא ניתנו תשובות.</translation>
    </message>
    <message>
        <source>Goals, first and last</source>
        <translation>מטרות, בהתחלה ולבסוף</translation>
    </message>
    <message>
        <source>in the end: {words}</source>
        <translation>לבסוף: {words}</translation>
    </message>
    <message>
        <source>None were written down.</source>
        <translation>לא נכתבו מטרות.</translation>
    </message>
    <message>
        <source>{number} on {day}</source>
        <translation>{number} ב-{day}</translation>
    </message>
    <message>
        <source>What was hard</source>
        <translation>מה היה קשה</translation>
    </message>
    <message>
        <source>written at the end</source>
        <translation>נכתב בסיום</translation>
    </message>
    <message>
        <source>Nothing is noted.</source>
        <translation>לא נרשם דבר.</translation>
    </message>
</context>
<context>
    <name>Bin</name>
    <message>
        <source>Notes in the bin, the latest first</source>
        <translation>רשומות בסל, מהאחרונה שנמחקה</translation>
    </message>
</context>
<context>
    <name>BinModel</name>
    <message>
        <source>Here until {day}</source>
        <translation>כאן עד {day}</translation>
    </message>
    <message>
        <source>{note} Here until {day}.</source>
        <translation>{note} כאן עד {day}.</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>The bin is empty</source>
        <translation>הסל ריק</translation>
    </message>
    <message>
        <source>A note you delete stays here for thirty days and can be brought back.</source>
        <translation>רשומה שנמחקה נשארת כאן שלושים יום, ואפשר להחזיר אותה.</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>סל</translation>
    </message>
    <message>
        <source>Notes stay here for thirty days. Then they are deleted, with their versions.</source>
        <translation>רשומות נשארות כאן שלושים יום. אחר כך הן נמחקות, עם הגרסאות שלהן.</translation>
    </message>
    <message>
        <source>Empty the bin …</source>
        <translation>ריקון הסל …</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>להחזיר</translation>
    </message>
    <message>
        <source>Delete for good …</source>
        <translation>מחיקה לצמיתות …</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>להשאיר</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>מחיקה לצמיתות</translation>
    </message>
    <message>
        <source>The note is back where it stood.</source>
        <translation>הרשומה חזרה למקומה.</translation>
    </message>
    <message>
        <source>This note and its earlier versions would be deleted for good.</source>
        <translation>הרשומה הזאת והגרסאות הקודמות שלה יימחקו לצמיתות.</translation>
    </message>
    <message>
        <source>Backups made before may still hold it.</source>
        <translation>ייתכן שהיא עדיין נמצאת בגיבויים קודמים.</translation>
    </message>
    <message>
        <source>Everything in the bin would be deleted for good.</source>
        <translation>כל מה שבסל יימחק לצמיתות.</translation>
    </message>
    <message>
        <source>Deleted for good.</source>
        <translation>נמחק לצמיתות.</translation>
    </message>
</context>
<context>
    <name>BringCard</name>
    <message>
        <source>Your line is not saved yet.</source>
        <translation>השורה שלך עדיין לא נשמרה.</translation>
    </message>
    <message>
        <source>Shorten them again</source>
        <translation>לקצר שוב</translation>
    </message>
    <message>
        <source>Show every word</source>
        <translation>להציג כל מילה</translation>
    </message>
    <message>
        <source>Hardest first again</source>
        <translation>שוב הקשה ביותר בראש</translation>
    </message>
    <message>
        <source>What I want to bring</source>
        <translation>מה אני רוצה להביא</translation>
    </message>
    <message>
        <source>Something to bring, in one line</source>
        <translation>משהו להביא, בשורה אחת</translation>
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
        <source>How hard it is to say</source>
        <translation>כמה קשה לומר את זה</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>הו&amp;ספה</translation>
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
        <source>Cover them again</source>
        <translation>לכסות שוב</translation>
    </message>
    <message>
        <source>Not brought up yet</source>
        <translation>עוד לא הועלה</translation>
    </message>
    <message>
        <source>Not brought up yet: {count}</source>
        <translation>עוד לא הועלה: {count}</translation>
    </message>
    <message>
        <source>Kept for the next session.</source>
        <translation>נשמר לפגישה הבאה.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message>
        <source>Moved up.</source>
        <translation>הועבר למעלה.</translation>
    </message>
    <message>
        <source>Moved down.</source>
        <translation>הועבר למטה.</translation>
    </message>
</context>
<context>
    <name>BringRoom</name>
    <message>
        <source>Bring another diary along</source>
        <translation>להביא יומן אחר</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>מה יש בו</translation>
    </message>
    <message>
        <source>Brought along so far</source>
        <translation>מה שהובא עד כה</translation>
    </message>
    <message>
        <source>It knows: {programs}.</source>
        <translation>מוכרות: {programs}.</translation>
    </message>
    <message>
        <source>Where the file or folder lies</source>
        <translation>היכן הקובץ או התיקייה</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>בחירת קובץ …</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>בחירת תיקייה …</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>לראות מה יש בו</translation>
    </message>
    <message>
        <source>Choose a diary</source>
        <translation>בחירת יומן</translation>
    </message>
    <message>
        <source>Looking through the file …</source>
        <translation>מעבר על הקובץ …</translation>
    </message>
    <message>
        <source>What stays behind, and why</source>
        <translation>מה נשאר מאחור, ומדוע</translation>
    </message>
    <message>
        <source>Into which therapy</source>
        <translation>לאיזה טיפול</translation>
    </message>
    <message>
        <source>Bring it along</source>
        <translation>להביא אותו</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>להשאיר</translation>
    </message>
    <message>
        <source>{program}. Entries found: {found}. New: {new}. Here already: {already}.</source>
        <translation>{program}. נמצאו: {found}. חדשות: {new}. כבר כאן: {already}.</translation>
    </message>
    <message>
        <source>The first of them:</source>
        <translation>הראשונות שבהן:</translation>
    </message>
    <message>
        <source>Some text was in an old encoding; look whether its accents are right.</source>
        <translation>חלק מהטקסט היה בקידוד ישן; כדאי לבדוק שהאותיות נכונות.</translation>
    </message>
    <message>
        <source>There is nothing new in it.</source>
        <translation>אין בו דבר חדש.</translation>
    </message>
    <message>
        <source>From {first} to {last}.</source>
        <translation>מ־{first} עד {last}.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ועוד {count}</translation>
    </message>
    <message>
        <source>It came along. The entries stand in the timeline, by their own dates.</source>
        <translation>היומן הובא. הרשומות נמצאות בציר הזמן, לפי התאריכים שלהן.</translation>
    </message>
    <message>
        <source>Bringing it along …</source>
        <translation>היומן מובא …</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>עדיין אין.</translation>
    </message>
    <message>
        <source>It can be taken back as long as you have changed nothing of it and nothing was built on it.</source>
        <translation>אפשר לבטל את ההבאה כל עוד דבר ממנה לא השתנה ודבר לא נבנה עליה.</translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation>לבטל את ההבאה הזאת</translation>
    </message>
    <message>
        <source>It is taken back. The diary is as it was before.</source>
        <translation>ההבאה בוטלה. היומן כפי שהיה קודם.</translation>
    </message>
    <message>
        <source>Something was changed in it or built on it, so it stays. Delete what you do not want.</source>
        <translation>משהו בה השתנה או נבנה עליה, ולכן היא נשארת. אפשר למחוק את מה שאין בו רצון.</translation>
    </message>
    <message>
        <source>Taking it back …</source>
        <translation>ההבאה מבוטלת …</translation>
    </message>
    <message>
        <source>Choose what another program exported: a file, a ZIP or a folder. You can also drop it anywhere on the window. You first see what is in it; nothing is changed until you say so.</source>
        <translation>אפשר לבחור מה שתוכנה אחרת ייצאה: קובץ, קובץ ZIP או תיקייה. אפשר גם לגרור אותו לכל מקום בחלון. קודם רואים מה יש בו; דבר אינו משתנה לפני אישור.</translation>
    </message>
    <message>
        <source>Ratings come under Questionnaires, and into your charts: {names}.</source>
        <translation>דירוגים מגיעים אל השאלונים, ואל התרשימים שלך: {names}.</translation>
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
    <name>CarriedGoals</name>
    <message>
        <source>Carried on alone</source>
        <translation>ממשיכה בלי הטיפול</translation>
    </message>
    <message>
        <source>Any day is a good day for a number, and none is due.</source>
        <translation>כל יום מתאים למספר, ואף אחד אינו נדרש.</translation>
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
    <message>
        <source>Save: {title}</source>
        <translation>שמירה: {title}</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>שמירה…</translation>
    </message>
    <message>
        <source>A saved chart or table is not encrypted. Whoever has the file can read it.</source>
        <translation>תרשים או טבלה שנשמרו אינם מוצפנים. מי שהקובץ בידיו יכול לקרוא אותו.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>להמשיך</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>שמירה כקובץ</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>תמונה (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>שרטוט (*.svg)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Table of what is shown (*.csv)</source>
        <translation>טבלה של מה שמוצג (*.csv)</translation>
    </message>
    <message>
        <source>A chart is saved as PNG, SVG, PDF or CSV.</source>
        <translation>תרשים נשמר כ-PNG, SVG, PDF או CSV.</translation>
    </message>
    <message>
        <source>The file is written: {name}</source>
        <translation>הקובץ נכתב: {name}</translation>
    </message>
</context>
<context>
    <name>ChartChoice</name>
    <message>
        <source>Small chart</source>
        <translation>תרשים קטן</translation>
    </message>
    <message>
        <source>No chart</source>
        <translation>בלי תרשים</translation>
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
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>In an emergency</source>
        <translation>בשעת חירום</translation>
    </message>
    <message>
        <source>A line that is open day and night</source>
        <translation>קו שפתוח יומם ולילה</translation>
    </message>
    <message>
        <source>Somebody I know</source>
        <translation>מישהו שאני מכיר או מכירה</translation>
    </message>
    <message>
        <source>My therapist</source>
        <translation>המטפל או המטפלת</translation>
    </message>
    <message>
        <source>Advice from outside</source>
        <translation>ייעוץ מבחוץ</translation>
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
    <message>
        <source>Nobody reads this diary, and it calls nobody. These lines are for you: F2 shows them from every page. No numbers come with the program.</source>
        <translation>איש לא קורא את היומן הזה, והוא לא מתקשר לאיש. השורות האלה הן בשבילך: F2 מראה אותן מכל דף. התוכנה מגיעה בלי מספרי טלפון.</translation>
    </message>
    <message>
        <source>checked on {day}; still right?</source>
        <translation>נבדק ב-{day}; עדיין נכון?</translation>
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
    <name>CoveredCard</name>
    <message>
        <source>Not brought up yet</source>
        <translation>עדיין לא הועלה</translation>
    </message>
    <message>
        <source>Something is covered here.</source>
        <translation>יש כאן משהו מכוסה.</translation>
    </message>
    <message>
        <source>Covered here: {count}</source>
        <translation>מכוסה כאן: {count}</translation>
    </message>
    <message>
        <source>Cover it again</source>
        <translation>לכסות שוב</translation>
    </message>
    <message>
        <source>Show what is covered</source>
        <translation>להציג את מה שמכוסה</translation>
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
    <name>DayPanel</name>
    <message>
        <source>Year before</source>
        <translation>השנה הקודמת</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>החודש הקודם</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>החודש הבא</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>השנה הבאה</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>ימי החודש</translation>
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
    <message>
        <source>Its notes, answers, goals and everything else of it go, and what is half written anywhere. In the diary file they are overwritten. Backups made before still hold them, and so do diaries that a restore put aside, exported files, and paper.</source>
        <translation>הרשומות, התשובות, המטרות וכל השאר נמחקים, וגם מה שנשאר כתוב למחצה. בקובץ היומן הם נדרסים. גיבויים קודמים עדיין מחזיקים אותם, וגם יומנים ששחזור הניח בצד, קבצים שיוצאו ונייר.</translation>
    </message>
    <message>
        <source>Look at the backups</source>
        <translation>לראות את הגיבויים</translation>
    </message>
</context>
<context>
    <name>DescriptionStrip</name>
    <message>
        <source>What does the picture show?</source>
        <translation>מה רואים בתמונה?</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>בכמה מילים, אם רוצים</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>נעשה</translation>
    </message>
</context>
<context>
    <name>DifficultyPart</name>
    <message>
        <source>You answered for this session on {day}.</source>
        <translation>על הפגישה הזאת נענו תשובות ב{day}.</translation>
    </message>
    <message>
        <source>Change those answers</source>
        <translation>שינוי התשובות האלה</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Open</source>
        <translation>פתיחה</translation>
    </message>
</context>
<context>
    <name>DrawerCard</name>
    <message>
        <source>Drawer: from my diary</source>
        <translation>מגירה: מתוך היומן שלי</translation>
    </message>
    <message>
        <source>Nothing lies here for this section.</source>
        <translation>אין כאן דבר לחלק הזה.</translation>
    </message>
    <message>
        <source>Nothing goes in by itself. Notes that are never to be printed are not here.</source>
        <translation>דבר לא נכנס מעצמו. רשומות שאינן להדפסה לעולם אינן כאן.</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>להכניס</translation>
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
    <name>EndingBefore</name>
    <message>
        <source>An ending can have time and words of its own. Here you gather what was, what helped, what did not, and what goes with you. The diary offers what it holds; you choose from it, and write the rest. You can print it as one or two pages.</source>
        <translation>לסיום יכולים להיות זמן ומילים משלו. כאן אפשר לאסוף מה היה, מה עזר, מה לא, ומה נשאר להמשך. היומן מציע ממה שיש בו; הבחירה וכל השאר בידיך. אפשר להדפיס את זה על עמוד אחד או שניים.</translation>
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
        <source>Why &amp;now</source>
        <translation>&amp;למה עכשיו</translation>
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
        <source>Finished &amp;pages</source>
        <translation>עמודים &amp;שהושלמו</translation>
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
        <source>How we want to end</source>
        <translation>איך אנחנו רוצים לסיים</translation>
    </message>
    <message>
        <source>The pages are kept as they stand.</source>
        <translation>העמודים נשמרו כפי שהם.</translation>
    </message>
    <message>
        <source>Open again. The finished pages are kept as they were.</source>
        <translation>נפתח שוב. העמודים שהושלמו נשמרו כפי שהיו.</translation>
    </message>
    <message>
        <source>The ending is taken back. Your words are kept.</source>
        <translation>הסיום בוטל. המילים שלך שמורות.</translation>
    </message>
</context>
<context>
    <name>EndingSection</name>
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
</context>
<context>
    <name>EndingWords</name>
    <message>
        <source>For me</source>
        <translation>בשבילי</translation>
    </message>
    <message>
        <source>For my therapist</source>
        <translation>למטפל או למטפלת</translation>
    </message>
    <message>
        <source>For a next therapist</source>
        <translation>לטיפול הבא</translation>
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
        <source>Enough was reached</source>
        <translation>הושג מספיק</translation>
    </message>
    <message>
        <source>It did not fit</source>
        <translation>זה לא התאים</translation>
    </message>
    <message>
        <source>The agreed time was over</source>
        <translation>הזמן שסוכם תם</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>משהו אחר</translation>
    </message>
</context>
<context>
    <name>EndingWorksheet</name>
    <message>
        <source>Sections of the worksheet</source>
        <translation>חלקי דף הסיכום</translation>
    </message>
    <message>
        <source>Print blanks to &amp;fill in together</source>
        <translation>להדפיס שורות &amp;ריקות למילוי ביחד</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>Starred.</source>
        <translation>מסומן בכוכב.</translation>
    </message>
    <message>
        <source>Tags: {tags}.</source>
        <translation>תגיות: {tags}.</translation>
    </message>
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
    <name>FileNews</name>
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
        <source>A change of the key was cut short. Only one of your two papers opens the diary now.</source>
        <translation>החלפת המפתח נקטעה. רק אחד משני הניירות פותח עכשיו את היומן.</translation>
    </message>
    <message>
        <source>See which paper is right</source>
        <translation>לבדוק איזה נייר נכון</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) still open with an older key.</source>
        <translation>
            <numerusform>גיבוי אחד עדיין נפתח במפתח ישן.</numerusform>
            <numerusform>%n גיבויים עדיין נפתחים במפתח ישן.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the backups</source>
        <translation>לראות את הגיבויים</translation>
    </message>
    <message>
        <source>The new backup holds much less than the one before.</source>
        <translation>בגיבוי החדש יש הרבה פחות מאשר בקודם.</translation>
    </message>
    <message>
        <source>The diary file is torn, but none of your words is missing.</source>
        <translation>בקובץ היומן יש מקום קרוע, אבל אף מילה לא חסרה.</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>לתקן</translation>
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
        <source>The diary file is whole again.</source>
        <translation>קובץ היומן שוב שלם.</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Show everything</source>
        <translation>להציג הכול</translation>
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
        <source>Starred</source>
        <translation>עם כוכב</translation>
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
    <message>
        <source>Newest first</source>
        <translation>מהחדש לישן</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>ההתאמה הטובה קודם</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>תגית</translation>
    </message>
    <message>
        <source>Choose a tag</source>
        <translation>לבחור תגית</translation>
    </message>
    <message>
        <source>Tag: {tag}</source>
        <translation>תגית: {tag}</translation>
    </message>
    <message>
        <source>Go to a day</source>
        <translation>מעבר ליום</translation>
    </message>
    <message>
        <source>Up to {day}</source>
        <translation>עד {day}</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>איך מחפשים</translation>
    </message>
    <message>
        <source>Then and now</source>
        <translation>אז ועכשיו</translation>
    </message>
    <message>
        <source>Then and now, side by side</source>
        <translation>אז ועכשיו, זה לצד זה</translation>
    </message>
</context>
<context>
    <name>FindStrip</name>
    <message>
        <source>Find in this text</source>
        <translation>חיפוש בטקסט הזה</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>הקודם</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>הבא</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Not in this text</source>
        <translation>לא נמצא בטקסט הזה</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} מתוך {all}</translation>
    </message>
</context>
<context>
    <name>FinishCard</name>
    <message>
        <source>Finish</source>
        <translation>השלמה</translation>
    </message>
    <message>
        <source>The pages are kept as they stand now. What you change in the diary later leaves them alone. The therapy counts as closed. You can read on, write on, and open the ending again.</source>
        <translation>העמודים נשמרים כפי שהם עכשיו. שינויים מאוחרים ביומן לא יגעו בהם. הטיפול ייחשב סגור. אפשר להמשיך לקרוא ולכתוב, ולפתוח את הסיום שוב.</translation>
    </message>
    <message>
        <source>The therapy ended on</source>
        <translation>הטיפול הסתיים ביום</translation>
    </message>
    <message>
        <source>How it came to its end</source>
        <translation>איך הגיע הסיום</translation>
    </message>
    <message>
        <source>Keep the pages and close</source>
        <translation>לשמור את העמודים ולסגור</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>Mark {date} as the last session</source>
        <translation>סימון הפגישה של {date} כאחרונה</translation>
    </message>
</context>
<context>
    <name>FinishedRoom</name>
    <message>
        <source>Ending</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>Finished on</source>
        <translation>הושלם ביום</translation>
    </message>
    <message>
        <source>These pages are</source>
        <translation>העמודים האלה הם</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>לפתוח שוב</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>The therapy goes on</source>
        <translation>הטיפול נמשך</translation>
    </message>
    <message>
        <source>Finished on {date}</source>
        <translation>הושלם ב־{date}</translation>
    </message>
    <message>
        <source>{finished} ({number})</source>
        <translation>{finished} ({number})</translation>
    </message>
    <message>
        <source>These pages cannot be read by this version of the program.</source>
        <translation>גרסה זו של התוכנה אינה יכולה לקרוא את העמודים האלה.</translation>
    </message>
    <message>
        <source>So the pages stood on that day. Later changes in the diary leave them alone.</source>
        <translation>כך נראו העמודים באותו יום. שינויים מאוחרים ביומן אינם נוגעים בהם.</translation>
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
        <source>I have a backup of my diary …</source>
        <translation>יש לי גיבוי של היומן …</translation>
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
    <name>FoundModel</name>
    <message>
        <source>Finished pages</source>
        <translation>עמודים שהושלמו</translation>
    </message>
    <message>
        <source>Reflective checklist</source>
        <translation>שאלון להתבוננות</translation>
    </message>
    <message>
        <source>To bring</source>
        <translation>להביא</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>מטרה</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>סיום</translation>
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
    <message>
        <source>How it went …</source>
        <translation>איך זה התקדם …</translation>
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
    <name>GoalEnding</name>
    <message>
        <source>A line about it, if you like</source>
        <translation>שורה על זה, אם רוצים</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>Carry on alone</source>
        <translation>להמשיך לבד</translation>
    </message>
    <message>
        <source>Replaced by another …</source>
        <translation>הוחלפה באחרת …</translation>
    </message>
</context>
<context>
    <name>GoalHistory</name>
    <message>
        <source>First written</source>
        <translation>נכתבה לראשונה</translation>
    </message>
    <message>
        <source>Clearer words</source>
        <translation>מילים ברורות יותר</translation>
    </message>
    <message>
        <source>A new aim</source>
        <translation>כוונה חדשה</translation>
    </message>
    <message>
        <source>No number was given for these words.</source>
        <translation>לא ניתן מספר למילים האלה.</translation>
    </message>
    <message>
        <source>Numbers so far: {given}</source>
        <translation>המספרים עד כה: {given}</translation>
    </message>
    <message>
        <source>From about {first} (first three) to about {latest} (latest three)</source>
        <translation>מבערך {first} (שלושת הראשונים) אל בערך {latest} (שלושת האחרונים)</translation>
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
    <message>
        <source>Replaced by another</source>
        <translation>הוחלפה באחרת</translation>
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
    <message>
        <source>In place of “{words}”</source>
        <translation>במקום &quot;{words}&quot;</translation>
    </message>
    <message>
        <source>Replaced by “{words}”</source>
        <translation>הוחלפה ב&quot;{words}&quot;</translation>
    </message>
    <message>
        <source>How it went …</source>
        <translation>איך זה התקדם …</translation>
    </message>
</context>
<context>
    <name>GoalsPart</name>
    <message>
        <source>Your goals</source>
        <translation>המטרות שלך</translation>
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
        <source>An ending</source>
        <translation>סיום</translation>
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
        <source>Finding, and getting back</source>
        <translation>למצוא, ולהחזיר</translation>
    </message>
    <message>
        <source>A thought on this</source>
        <translation>מחשבה על כך</translation>
    </message>
    <message>
        <source>More than one therapy</source>
        <translation>יותר מטיפול אחד</translation>
    </message>
    <message>
        <source>Before the session</source>
        <translation>לפני הפגישה</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>פנימה והחוצה</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>מה להביא</translation>
    </message>
</context>
<context>
    <name>HowToPanel</name>
    <message>
        <source>mother sleep</source>
        <translation>אמא שינה</translation>
    </message>
    <message>
        <source>texts that hold both words</source>
        <translation>טקסטים שבהם שתי המילים</translation>
    </message>
    <message>
        <source>anx*</source>
        <translation>חרד*</translation>
    </message>
    <message>
        <source>words that begin like this</source>
        <translation>מילים שמתחילות כך</translation>
    </message>
    <message>
        <source>&quot;good night&quot;</source>
        <translation>&quot;לילה טוב&quot;</translation>
    </message>
    <message>
        <source>these words, one after the other</source>
        <translation>המילים האלה, זו אחר זו</translation>
    </message>
    <message>
        <source>sleep -work</source>
        <translation>שינה -עבודה</translation>
    </message>
    <message>
        <source>texts with the first word and without the second</source>
        <translation>טקסטים עם המילה הראשונה ובלי השנייה</translation>
    </message>
    <message>
        <source>tag:family</source>
        <translation>tag:משפחה</translation>
    </message>
    <message>
        <source>notes with this tag</source>
        <translation>רשומות עם התגית הזאת</translation>
    </message>
    <message>
        <source>after:2026-02 before:2026-04</source>
        <translation>after:2026-02 before:2026-04</translation>
    </message>
    <message>
        <source>what was written from February to March 2026</source>
        <translation>מה שנכתב מפברואר עד מרץ 2026</translation>
    </message>
    <message>
        <source>Accents and capitals make no difference. What you search for is not kept.</source>
        <translation>סימני ניקוד ואותיות גדולות אינם משנים. מה שמחפשים לא נשמר.</translation>
    </message>
</context>
<context>
    <name>KeptMeasureCard</name>
    <message>
        <source>Answer</source>
        <translation>מענה</translation>
    </message>
    <message>
        <source>History</source>
        <translation>מה שהיה</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>כיבוי</translation>
    </message>
    <message>
        <source>Show the authors&apos; ranges</source>
        <translation>להציג את הטווחים של המחברים</translation>
    </message>
    <message>
        <source>Change the latest answers</source>
        <translation>שינוי התשובות האחרונות</translation>
    </message>
    <message>
        <source>meant for about once a week</source>
        <translation>מיועד לפעם בשבוע בערך</translation>
    </message>
    <message>
        <source>meant for about every two weeks</source>
        <translation>מיועד לפעם בשבועיים בערך</translation>
    </message>
    <message>
        <source>meant for about once a month</source>
        <translation>מיועד לפעם בחודש בערך</translation>
    </message>
    <message>
        <source>meant for each session</source>
        <translation>מיועד לכל פגישה</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>עוד לא נענה</translation>
    </message>
    <message>
        <source>Answered on {day}</source>
        <translation>נענה ב-{day}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>session</source>
        <translation>פגישה</translation>
    </message>
    <message>
        <source>note</source>
        <translation>רשומה</translation>
    </message>
</context>
<context>
    <name>LineForNextTime</name>
    <message>
        <source>That is the most that fits here.</source>
        <translation>יותר מזה לא נכנס כאן.</translation>
    </message>
    <message>
        <source>Pick a session above, and this line is kept with it.</source>
        <translation>אפשר לבחור פגישה למעלה, והשורה תישמר איתה.</translation>
    </message>
    <message>
        <source>So far it says: {line}</source>
        <translation>כרגע כתוב כאן: ⁨{line}⁩</translation>
    </message>
</context>
<context>
    <name>LinkPicker</name>
    <message>
        <source>Which note? Words or a date</source>
        <translation>איזו רשומה? מילים או תאריך</translation>
    </message>
    <message>
        <source>Find the note to link to, by words or by date</source>
        <translation>חיפוש הרשומה לקישור, לפי מילים או לפי תאריך</translation>
    </message>
    <message>
        <source>Notes to link to</source>
        <translation>רשומות לקישור</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>{day}: {name}</source>
        <translation>{day}: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) found</source>
        <translation>
            <numerusform>נמצאה רשומה אחת</numerusform>
            <numerusform>נמצאו %n רשומות</numerusform>
        </translation>
    </message>
    <message>
        <source>No such note</source>
        <translation>אין רשומה כזאת</translation>
    </message>
</context>
<context>
    <name>LinkedMarkdown</name>
    <message>
        <source>Double-click or Ctrl+Enter opens the picture</source>
        <translation>לחיצה כפולה או Ctrl+Enter פותחות את התמונה</translation>
    </message>
    <message>
        <source>Ctrl+click or Ctrl+Enter opens the note</source>
        <translation>לחיצה עם Ctrl או Ctrl+Enter פותחות את הרשומה</translation>
    </message>
    <message>
        <source>Tick or untick</source>
        <translation>סימון או ביטול הסימון</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>פתיחת התמונה</translation>
    </message>
    <message>
        <source>Describe the picture …</source>
        <translation>תיאור התמונה …</translation>
    </message>
    <message>
        <source>Open the note</source>
        <translation>לפתוח את הרשומה</translation>
    </message>
    <message>
        <source>Keep this word in the diary&apos;s own dictionary</source>
        <translation>שמירת המילה במילון של היומן</translation>
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
        <source>Pictures of the screen</source>
        <translation>תמונות של המסך</translation>
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
        <source>Keep the diary out of screenshots and recordings</source>
        <translation>להשאיר את היומן מחוץ לצילומי מסך והקלטות</translation>
    </message>
    <message>
        <source>Some tools that read the screen aloud or enlarge it need to see it: then switch this off. Nobody has tried it on this system yet.</source>
        <translation>יש כלים שמקריאים את המסך או מגדילים אותו וצריכים לראות אותו: אז יש לכבות זאת. איש עוד לא ניסה זאת במערכת הזאת.</translation>
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
        <source>It should also lock when the computer sleeps, its screen is locked, or another user comes. Nobody has tried that on this system yet: see once whether it does. The key and the minutes work.</source>
        <translation>הוא אמור להינעל גם כשהמחשב נכנס לשינה, כשהמסך ננעל, או כשמשתמש אחר נכנס. איש עוד לא ניסה זאת במערכת הזאת: כדאי לבדוק פעם אחת. המקש והדקות פועלים.</translation>
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
        <source>After the session</source>
        <translation>אחרי הפגישה</translation>
    </message>
    <message>
        <source>Quiet mode is on.</source>
        <translation>מצב שקט פועל.</translation>
    </message>
    <message>
        <source>Quiet mode is off.</source>
        <translation>מצב שקט כבוי.</translation>
    </message>
    <message>
        <source>Therapy</source>
        <translation>הטיפול</translation>
    </message>
    <message>
        <source>On screen now: {name}</source>
        <translation>על המסך עכשיו: {name}</translation>
    </message>
</context>
<context>
    <name>MarkStrip</name>
    <message>
        <source>Mark this moment</source>
        <translation>סימון הרגע הזה</translation>
    </message>
    <message>
        <source>A sign that it helps</source>
        <translation>סימן שזה עוזר</translation>
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
    <message>
        <source>Check list</source>
        <translation>רשימת סימון</translation>
    </message>
</context>
<context>
    <name>MatchPart</name>
    <message>
        <source>How is the match so far?</source>
        <translation>איך ההתאמה עד כה?</translation>
    </message>
    <message>
        <source>Finding out can take some sessions. There is nothing to answer here.</source>
        <translation>זה יכול להתברר רק אחרי כמה פגישות. אין כאן מה לענות.</translation>
    </message>
</context>
<context>
    <name>MeantCard</name>
    <message>
        <source>What I meant to try</source>
        <translation>מה שהתכוונתי לנסות</translation>
    </message>
    <message>
        <source>Patterns I noticed</source>
        <translation>דפוסים ששמתי לב אליהם</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>נוסה</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>נעשה</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>הונח</translation>
    </message>
    <message>
        <source>Marked: {outcome}.</source>
        <translation>סומן: {outcome}.</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>איך זה הלך</translation>
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
        <source>Check &amp;spelling</source>
        <translation>בדיקת &amp;איות</translation>
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
    <message>
        <source>&amp;Find in this note</source>
        <translation>&amp;חיפוש ברשומה הזאת</translation>
    </message>
    <message>
        <source>&amp;Mark this moment</source>
        <translation>סימון הרגע ה&amp;זה</translation>
    </message>
    <message>
        <source>A sign that it helps</source>
        <translation>סימן שזה עוזר</translation>
    </message>
    <message>
        <source>All milestones</source>
        <translation>כל אבני הדרך</translation>
    </message>
    <message>
        <source>&amp;Jot down</source>
        <translation>לרשום ב&amp;קצרה</translation>
    </message>
    <message>
        <source>Bi&amp;n</source>
        <translation>&amp;סל</translation>
    </message>
    <message>
        <source>&amp;Quiet mode</source>
        <translation>מצב &amp;שקט</translation>
    </message>
    <message>
        <source>&amp;Therapy on screen</source>
        <translation>&amp;טיפול על המסך</translation>
    </message>
    <message>
        <source>Ne&amp;xt therapy</source>
        <translation>הטיפול ה&amp;בא</translation>
    </message>
</context>
<context>
    <name>MilestoneEditor</name>
    <message>
        <source>The last day is known</source>
        <translation>היום האחרון ידוע</translation>
    </message>
    <message>
        <source>Keep this milestone</source>
        <translation>לשמור את אבן הדרך</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>להשאיר כמו שהוא</translation>
    </message>
    <message>
        <source>The last day lies before the first. Change one of the two.</source>
        <translation>היום האחרון קודם ליום הראשון. צריך לשנות אחד מהם.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>יום אחרון</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>מה זה היה</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>יום</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>במילים שלך</translation>
    </message>
    <message>
        <source>In your words, if you like</source>
        <translation>במילים שלך, אם רוצים</translation>
    </message>
</context>
<context>
    <name>MilestoneWords</name>
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
        <source>Break</source>
        <translation>הפסקה</translation>
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
        <source>First session</source>
        <translation>פגישה ראשונה</translation>
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
</context>
<context>
    <name>MilestonesPage</name>
    <message>
        <source>Mark a moment</source>
        <translation>סימון רגע</translation>
    </message>
    <message>
        <source>Change this milestone</source>
        <translation>שינוי אבן הדרך</translation>
    </message>
    <message>
        <source>There is such a milestone already. You can change that one.</source>
        <translation>כבר יש אבן דרך כזאת. אפשר לשנות אותה.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>נשמר.</translation>
    </message>
    <message>
        <source>Taken away.</source>
        <translation>הוסרה.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
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
        <source>No milestones yet</source>
        <translation>עדיין אין אבני דרך</translation>
    </message>
    <message>
        <source>A turning point, a break, strain, something mended: a day to find again.</source>
        <translation>נקודת מפנה, הפסקה, מתח, תיקון: יום שאפשר לחזור אליו.</translation>
    </message>
    <message>
        <source>Moments to find again. They stand on the charts too.</source>
        <translation>רגעים שאפשר לחזור אליהם. הם מופיעים גם בתרשימים.</translation>
    </message>
    <message>
        <source>Mark a first one</source>
        <translation>סימון ראשון</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} עד {last}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>שינוי</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>אבני דרך</translation>
    </message>
    <message>
        <source>Show the earlier ones</source>
        <translation>להציג את הקודמות</translation>
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
    <name>MonthModel</name>
    <message>
        <source>session</source>
        <translation>פגישה</translation>
    </message>
    <message>
        <source>rated</source>
        <translation>עם תשובות</translation>
    </message>
    <message>
        <source>note</source>
        <translation>רשומה</translation>
    </message>
</context>
<context>
    <name>MoodsAsked</name>
    <message>
        <source>Which of five steps these moods mean. Their words are kept.</source>
        <translation>איזה מחמישה צעדים מתאים לכל מצב רוח. המילים שלו נשמרות.</translation>
    </message>
    <message>
        <source>Which step {mood} means</source>
        <translation>איזה צעד מתאים ל־{mood}</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>להשאיר פתוח</translation>
    </message>
    <message>
        <source>{step}, the best</source>
        <translation>{step}, הטוב ביותר</translation>
    </message>
    <message>
        <source>{step}, the hardest</source>
        <translation>{step}, הקשה ביותר</translation>
    </message>
</context>
<context>
    <name>NeedsCard</name>
    <message>
        <source>From an earlier ending</source>
        <translation>מסיום קודם</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>לקריאה</translation>
    </message>
    <message>
        <source>Make it something to bring</source>
        <translation>להפוך למשהו להביא</translation>
    </message>
    <message>
        <source>When “{name}” ended, on {day}, you wrote down what you need now.</source>
        <translation>כשהסתיים „{name}”, ב-{day}, כתבת מה נחוץ לך עכשיו.</translation>
    </message>
    <message>
        <source>Kept for the next session.</source>
        <translation>נשמר לפגישה הבאה.</translation>
    </message>
</context>
<context>
    <name>NeedsWords</name>
    <message>
        <source>What I now know I need</source>
        <translation>מה ידוע לי עכשיו שנחוץ לי</translation>
    </message>
    <message>
        <source>What comes next, and what to look for</source>
        <translation>מה בא אחר כך, ומה לחפש</translation>
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
    <name>NoteDoings</name>
    <message>
        <source>Starred.</source>
        <translation>מסומן בכוכב.</translation>
    </message>
    <message>
        <source>No longer starred.</source>
        <translation>הכוכב הוסר.</translation>
    </message>
    <message>
        <source>Note moved to the bin.</source>
        <translation>הרשומה הועברה לסל.</translation>
    </message>
    <message>
        <source>The note is back.</source>
        <translation>הרשומה חזרה.</translation>
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
    <name>NotePart</name>
    <message>
        <source>Your note</source>
        <translation>הרשומה שלך</translation>
    </message>
    <message>
        <source>What stayed with you?</source>
        <translation>מה נשאר איתך?</translation>
    </message>
    <message>
        <source>Open the note on its own page</source>
        <translation>לפתוח את הרשומה בדף שלה</translation>
    </message>
    <message>
        <source>One line for next time?</source>
        <translation>שורה אחת לפעם הבאה?</translation>
    </message>
    <message>
        <source>This note lies half written on its own page.</source>
        <translation>הרשומה הזאת מחכה בדף שלה, עדיין לא גמורה.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>להמשיך לכתוב</translation>
    </message>
</context>
<context>
    <name>NotePictures</name>
    <message>
        <source>This picture is not in the diary any more.</source>
        <translation>התמונה הזאת כבר לא ביומן.</translation>
    </message>
</context>
<context>
    <name>NoteStrip</name>
    <message>
        <source>Tag</source>
        <translation>תגית</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>להוסיף תגית</translation>
    </message>
    <message>
        <source>A tag, such as family</source>
        <translation>תגית, למשל משפחה</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>עם כוכב</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>כוכב</translation>
    </message>
    <message>
        <source>Take the tag {tag} away</source>
        <translation>להסיר את התגית {tag}</translation>
    </message>
    <message>
        <source>A tag has no quotation marks, and at most 60 letters.</source>
        <translation>בתגית אין מירכאות, ויש בה לכל היותר 60 אותיות.</translation>
    </message>
    <message>
        <source>Write a word first: there is no note yet.</source>
        <translation>קודם מילה אחת: עדיין אין רשומה.</translation>
    </message>
    <message>
        <source>May be printed and taken out</source>
        <translation>מותר להדפיס ולהוציא</translation>
    </message>
</context>
<context>
    <name>NoteTools</name>
    <message>
        <source>Link to a note</source>
        <translation>קישור לרשומה</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>תמונה</translation>
    </message>
    <message>
        <source>Find in this note</source>
        <translation>חיפוש ברשומה הזאת</translation>
    </message>
    <message>
        <source>Only the text</source>
        <translation>רק הטקסט</translation>
    </message>
    <message>
        <source>That note is in the bin. It can be brought back from there.</source>
        <translation>הרשומה הזאת בסל. אפשר להחזיר אותה משם.</translation>
    </message>
    <message>
        <source>That note is not in the diary any more.</source>
        <translation>הרשומה הזאת כבר לא ביומן.</translation>
    </message>
    <message>
        <source>A picture for this note</source>
        <translation>תמונה לרשומה הזאת</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</source>
        <translation>תמונות (*.jpg *.jpeg *.png *.webp *.gif *.bmp)</translation>
    </message>
</context>
<context>
    <name>NoteWays</name>
    <message>
        <source>Earlier versions</source>
        <translation>גרסאות קודמות</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>להעביר לסל</translation>
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
    <name>OfferRow</name>
    <message>
        <source>Other words</source>
        <translation>במילים אחרות</translation>
    </message>
    <message>
        <source>In my words: {line}</source>
        <translation>במילים שלי: {line}</translation>
    </message>
    <message>
        <source>As in the diary</source>
        <translation>כמו ביומן</translation>
    </message>
</context>
<context>
    <name>OlderKeys</name>
    <message>
        <source>Backups of an older key</source>
        <translation>גיבויים במפתח ישן</translation>
    </message>
    <message>
        <source>Whoever has the passphrase or the code of that time can read them. Made again with the present key, they hold the same and open as the diary does now.</source>
        <translation>מי שיש לו משפט הסיסמה או הקוד מאותו זמן יכול לקרוא אותם. אם ייווצרו מחדש במפתח הנוכחי, יהיה בהם אותו תוכן, והם ייפתחו כמו היומן עכשיו.</translation>
    </message>
    <message>
        <source>Passphrase or recovery code of their time</source>
        <translation>משפט הסיסמה או קוד השחזור מאותו זמן</translation>
    </message>
    <message>
        <source>Make them again with the present key</source>
        <translation>ליצור אותם מחדש במפתח הנוכחי</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) still open with an older key.</source>
        <translation>
            <numerusform>גיבוי אחד עדיין נפתח במפתח ישן.</numerusform>
            <numerusform>%n גיבויים עדיין נפתחים במפתח ישן.</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest is of {last}, the oldest of {first}.</source>
        <translation>החדש ביותר הוא מ-{last}, והישן ביותר מ-{first}.</translation>
    </message>
    <message>
        <source>It is of {last}.</source>
        <translation>הוא מ-{last}.</translation>
    </message>
    <message>
        <source>Type the passphrase or the code first.</source>
        <translation>קודם יש להקליד את משפט הסיסמה או את הקוד.</translation>
    </message>
    <message>
        <source>Making them again …</source>
        <translation>הגיבויים נוצרים מחדש …</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) now open with the present key.</source>
        <translation>
            <numerusform>גיבוי אחד נפתח עכשיו במפתח הנוכחי.</numerusform>
            <numerusform>%n גיבויים נפתחים עכשיו במפתח הנוכחי.</numerusform>
        </translation>
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
    <message>
        <source>The passphrase opens the diary. It still opens by itself here too.</source>
        <translation>משפט הסיסמה פותח את היומן. הוא עדיין נפתח כאן גם בעצמו.</translation>
    </message>
    <message>
        <source>The new passphrase once more</source>
        <translation>משפט הסיסמה החדש שוב</translation>
    </message>
    <message>
        <source>This is not the present passphrase. To take it as the new one, type it once more.</source>
        <translation>זה לא משפט הסיסמה הנוכחי. כדי שיהיה החדש, יש להקליד אותו שוב.</translation>
    </message>
    <message>
        <source>The diary has a new key.</source>
        <translation>ליומן יש מפתח חדש.</translation>
    </message>
</context>
<context>
    <name>OutOfOrder</name>
    <message>
        <source>Kept. The day lies before the therapy began.</source>
        <translation>נשמר. היום הזה קודם לתחילת הטיפול.</translation>
    </message>
    <message>
        <source>Kept. The day is still to come.</source>
        <translation>נשמר. היום הזה עוד לא הגיע.</translation>
    </message>
</context>
<context>
    <name>OwnTicks</name>
    <message>
        <source>Sentence by sentence</source>
        <translation>משפט אחר משפט</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) of yours stay off this page.</source>
        <translation>
            <numerusform>משפט אחד שלך לא יופיע בדף הזה.</numerusform>
            <numerusform>%n משפטים שלך לא יופיעו בדף הזה.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>The page as it will be printed</source>
        <translation>הדף כפי שיודפס</translation>
    </message>
</context>
<context>
    <name>PanelsCard</name>
    <message>
        <source>Show another</source>
        <translation>להציג אחר</translation>
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
    <message>
        <source>Large print</source>
        <translation>הדפסה גדולה</translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message>
        <source>Back to the page</source>
        <translation>חזרה לדף</translation>
    </message>
    <message>
        <source>What goes on paper</source>
        <translation>מה יופיע על הנייר</translation>
    </message>
    <message>
        <source>Only what is ticked. Of your therapist&apos;s name, the initials.</source>
        <translation>רק מה שסומן. מהשם של המטפל או המטפלת, ראשי התיבות.</translation>
    </message>
    <message>
        <source>When it is, and with whom</source>
        <translation>מתי זה, ועם מי</translation>
    </message>
    <message>
        <source>The line I left myself</source>
        <translation>השורה שהשארתי לעצמי</translation>
    </message>
    <message>
        <source>What I want to bring</source>
        <translation>מה אני רוצה להביא</translation>
    </message>
    <message>
        <source>What I meant to try, and what I noticed</source>
        <translation>מה שהתכוונתי לנסות, ומה ששמתי לב אליו</translation>
    </message>
    <message>
        <source>How much I wrote, and the titles of notes that may be printed</source>
        <translation>כמה כתבתי, וכותרות הרשומות שמותר להדפיס</translation>
    </message>
    <message>
        <source>How it reads, one sentence each</source>
        <translation>איך זה נקרא, משפט אחד לכל דבר</translation>
    </message>
    <message>
        <source>The thought on this</source>
        <translation>המחשבה על כך</translation>
    </message>
    <message>
        <source>The question to think of</source>
        <translation>השאלה לחשוב עליה</translation>
    </message>
    <message>
        <source>Blank lines to write on</source>
        <translation>שורות ריקות לכתיבה</translation>
    </message>
    <message>
        <source>This takes more than one side. Take away a tick, or choose larger paper or smaller print.</source>
        <translation>זה תופס יותר מצד אחד. אפשר להסיר סימון, או לבחור נייר גדול יותר או הדפסה קטנה יותר.</translation>
    </message>
    <message>
        <source>This takes more than one side. Without {parts} it fits on one.</source>
        <translation>זה תופס יותר מצד אחד. בלי {parts} זה נכנס בצד אחד.</translation>
    </message>
    <message>
        <source>Leave that out</source>
        <translation>להשאיר את זה בחוץ</translation>
    </message>
</context>
<context>
    <name>PartsPart</name>
    <message>
        <source>My part today</source>
        <translation>החלק שלי היום</translation>
    </message>
    <message>
        <source>My therapist&apos;s part today</source>
        <translation>החלק של המטפל או המטפלת היום</translation>
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
    <name>PastList</name>
    <message>
        <source>From the newest</source>
        <translation>מהחדש ביותר</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>להציג קודמים</translation>
    </message>
</context>
<context>
    <name>PatternsCard</name>
    <message>
        <source>What keeps coming back</source>
        <translation>מה שחוזר שוב ושוב</translation>
    </message>
    <message>
        <source>A pattern, in your own name for it. It may show with your therapist as well as outside.</source>
        <translation>דפוס, בשם שלך. הוא יכול להופיע גם בפגישה וגם מחוץ לה.</translation>
    </message>
    <message>
        <source>A name for something that keeps coming back</source>
        <translation>שם למשהו שחוזר שוב ושוב</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>מתן שם</translation>
    </message>
    <message>
        <source>A moment in which it showed, if you like</source>
        <translation>רגע שבו זה הופיע, אם רוצים</translation>
    </message>
    <message>
        <source>A moment in which it showed</source>
        <translation>רגע שבו זה הופיע</translation>
    </message>
    <message>
        <source>Seen {where}</source>
        <translation>הופיע {where}</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>הסרה מהרשימה</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>נשמר.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>בוטל.</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>What does the picture show?</source>
        <translation>מה רואים בתמונה?</translation>
    </message>
    <message>
        <source>Back to the note</source>
        <translation>חזרה לרשומה</translation>
    </message>
    <message>
        <source>A picture without a description</source>
        <translation>תמונה בלי תיאור</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, {size}, in the encrypted diary only</source>
        <translation>{width} × {height} פיקסלים, {size}, רק ביומן המוצפן</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>A picture can have at most {most}. Save it smaller, then try again.</source>
        <translation>תמונה יכולה להיות בגודל של {most} לכל היותר. כדאי לשמור אותה קטנה יותר ולנסות שוב.</translation>
    </message>
    <message>
        <source>A picture can have at most {pixels} million pixels. Save it smaller, then try again.</source>
        <translation>בתמונה יכולים להיות לכל היותר {pixels} מיליון פיקסלים. כדאי לשמור אותה קטנה יותר ולנסות שוב.</translation>
    </message>
    <message>
        <source>This is no picture that can be taken. It can be JPEG, PNG, WebP, GIF or BMP.</source>
        <translation>זו לא תמונה שאפשר לקבל. אפשר JPEG, PNG, WebP, GIF או BMP.</translation>
    </message>
    <message>
        <source>The file says {says} and holds {holds}, so it was not taken. Save it anew, then try again.</source>
        <translation>לפי השם זה {says}, ובפנים יש {holds}, ולכן הקובץ לא התקבל. כדאי לשמור אותו מחדש ולנסות שוב.</translation>
    </message>
    <message>
        <source>The picture is damaged and was not taken. Save it anew, then try again.</source>
        <translation>התמונה פגומה ולא התקבלה. כדאי לשמור אותה מחדש ולנסות שוב.</translation>
    </message>
    <message>
        <source>The file could not be read. Look whether it is still there.</source>
        <translation>אי אפשר היה לקרוא את הקובץ. כדאי לבדוק אם הוא עדיין שם.</translation>
    </message>
    <message>
        <source>That is more than {most} at once. Try fewer.</source>
        <translation>אלה יותר מ-{most} בבת אחת. אפשר לנסות פחות.</translation>
    </message>
    <message>
        <source>The picture was not added: another note was opened meanwhile.</source>
        <translation>התמונה לא נוספה: בינתיים נפתחה רשומה אחרת.</translation>
    </message>
    <message>
        <source>The picture is in the note, {size}.</source>
        <translation>התמונה נמצאת ברשומה, {size}.</translation>
    </message>
    <message>
        <source>This picture is not in the diary any more.</source>
        <translation>התמונה הזאת כבר לא ביומן.</translation>
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
    <message>
        <source>Session by session</source>
        <translation>פגישה אחר פגישה</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>הזמן המוצג</translation>
    </message>
    <message>
        <source>The whole time</source>
        <translation>כל הזמן</translation>
    </message>
    <message>
        <source>The last three months</source>
        <translation>שלושת החודשים האחרונים</translation>
    </message>
    <message>
        <source>The last six months</source>
        <translation>ששת החודשים האחרונים</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>השנה האחרונה</translation>
    </message>
    <message>
        <source>Since a day of my own</source>
        <translation>מאז יום לבחירתי</translation>
    </message>
    <message>
        <source>Since this day</source>
        <translation>מאז היום הזה</translation>
    </message>
</context>
<context>
    <name>QuestionnairesPage</name>
    <message>
        <source>Questionnaires</source>
        <translation>שאלונים</translation>
    </message>
    <message>
        <source>Only those you switch on. A score is no diagnosis, and nothing here is ever due.</source>
        <translation>רק אלה שהופעלו. ציון אינו אבחנה, ולשום דבר כאן אין מועד.</translation>
    </message>
    <message>
        <source>Not switched on</source>
        <translation>לא מופעלים</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>הפעלה</translation>
    </message>
    <message>
        <source>Switch on: {title}</source>
        <translation>הפעלה: {title}</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>נשמר.</translation>
    </message>
    <message>
        <source>Switched on.</source>
        <translation>הופעל.</translation>
    </message>
    <message>
        <source>Added, and switched on.</source>
        <translation>נוסף והופעל.</translation>
    </message>
</context>
<context>
    <name>QuickCapture</name>
    <message>
        <source>Jot down</source>
        <translation>לרשום בקצרה</translation>
    </message>
    <message>
        <source>Words to jot down</source>
        <translation>מילים לרשום</translation>
    </message>
    <message>
        <source>A line or two for later</source>
        <translation>שורה או שתיים לאחר כך</translation>
    </message>
    <message>
        <source>A note belongs to a therapy. Begin one first.</source>
        <translation>רשומה שייכת לטיפול. קודם כדאי להתחיל אחד.</translation>
    </message>
    <message>
        <source>Something to bring has at most 400 letters. Keep this as a note.</source>
        <translation>במשהו להביא יש לכל היותר 400 אותיות. אפשר לשמור את זה כרשומה.</translation>
    </message>
    <message>
        <source>Kept for the next session.</source>
        <translation>נשמר לפגישה הבאה.</translation>
    </message>
    <message>
        <source>Kept as a note.</source>
        <translation>נשמר כרשומה.</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>רשומה</translation>
    </message>
    <message>
        <source>Something to bring</source>
        <translation>משהו להביא</translation>
    </message>
    <message>
        <source>Keep it as: {what}</source>
        <translation>לשמור כ: {what}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>אחר כך</translation>
    </message>
    <message>
        <source>Put this away; the words wait here</source>
        <translation>לסגור; המילים מחכות כאן</translation>
    </message>
</context>
<context>
    <name>QuietPage</name>
    <message>
        <source>This page rests</source>
        <translation>הדף הזה נח</translation>
    </message>
    <message>
        <source>Quiet mode shows no numbers and no charts. Nothing is lost, and your notes are where they were.</source>
        <translation>במצב שקט אין מספרים ואין תרשימים. דבר לא אבד, והרשומות שלך נמצאות במקומן.</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>להראות שוב הכול</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>A thought on this</source>
        <translation>מחשבה על כך</translation>
    </message>
    <message>
        <source>Why this is shown</source>
        <translation>למה זה מוצג</translation>
    </message>
    <message>
        <source>Plan an ending</source>
        <translation>תכנון סיום</translation>
    </message>
    <message>
        <source>All your contacts</source>
        <translation>כל אנשי הקשר שלך</translation>
    </message>
    <message>
        <source>Write down whom you could turn to</source>
        <translation>לרשום למי אפשר לפנות</translation>
    </message>
    <message>
        <source>Brought on {day}</source>
        <translation>הובא ב-{day}</translation>
    </message>
    <message>
        <source>This session: {score}. Usual range: {low} to {high}, of 0 to 4.</source>
        <translation>הפגישה הזאת: {score}. הטווח הרגיל: {low} עד {high}, מתוך 0 עד 4.</translation>
    </message>
    <message>
        <source>{statement}: {answer}</source>
        <translation>{statement}: {answer}</translation>
    </message>
    <message>
        <source>Session {number}, {day}: {answers}</source>
        <translation>פגישה {number}, {day}: {answers}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>Kept for the next session.</source>
        <translation>נשמר לפגישה הבאה.</translation>
    </message>
    <message>
        <source>Put away for some sessions.</source>
        <translation>הונח בצד לכמה פגישות.</translation>
    </message>
    <message>
        <source>Put away.</source>
        <translation>הונח בצד.</translation>
    </message>
    <message>
        <source>No more readings. The settings can show them again.</source>
        <translation>אין יותר מחשבות. אפשר להציג אותן שוב בהגדרות.</translation>
    </message>
    <message>
        <source>nothing marked</source>
        <translation>דבר לא סומן</translation>
    </message>
</context>
<context>
    <name>ReadingsRoom</name>
    <message>
        <source>A thought on this</source>
        <translation>מחשבה על כך</translation>
    </message>
    <message>
        <source>At most one, and only on the page before a session. It says what it rests on. The diary cannot tell what it means.</source>
        <translation>לכל היותר אחת, ורק בדף שלפני פגישה. היא אומרת על מה היא נשענת. היומן לא יכול לומר מה זה אומר.</translation>
    </message>
    <message>
        <source>You chose to have none shown.</source>
        <translation>לפי בחירתך אף אחת לא מוצגת.</translation>
    </message>
    <message>
        <source>Show readings again</source>
        <translation>להציג שוב מחשבות</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>גבולות</translation>
    </message>
    <message>
        <source>All limits as usual</source>
        <translation>כל הגבולות כרגיל</translation>
    </message>
    <message>
        <source>Usually: {sentence}</source>
        <translation>בדרך כלל: {sentence}</translation>
    </message>
    <message>
        <source>usually {value}</source>
        <translation>בדרך כלל {value}</translation>
    </message>
    <message>
        <source>These limits do not go together. It is as it was.</source>
        <translation>הגבולות האלה לא הולכים יחד. הכול כפי שהיה.</translation>
    </message>
    <message>
        <source>Show no readings</source>
        <translation>לא להציג מחשבות</translation>
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
        <source>As far as can be known, nothing is missing.</source>
        <translation>ככל שאפשר לדעת, דבר לא חסר.</translation>
    </message>
    <message>
        <source>Mend the file</source>
        <translation>לתקן את הקובץ</translation>
    </message>
    <message>
        <source>The diary file is torn</source>
        <translation>בקובץ היומן יש מקום קרוע</translation>
    </message>
    <message>
        <source>The file stays as it is until you mend it.</source>
        <translation>הקובץ נשאר כמו שהוא עד לתיקון.</translation>
    </message>
    <message>
        <source>None of your words is missing. Written anew, the file is whole again.</source>
        <translation>אף מילה לא חסרה. אחרי כתיבה מחדש הקובץ שוב שלם.</translation>
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
    <name>ReviewCard</name>
    <message>
        <source>Look at them</source>
        <translation>להתבונן בהן</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>Done looking</source>
        <translation>סיום ההתבוננות</translation>
    </message>
    <message>
        <source>One question for each goal. None of them needs an answer.</source>
        <translation>שאלה אחת לכל מטרה. אין חובה לענות.</translation>
    </message>
    <message>
        <source>Goals may change on the way. Would you like to look at yours again?</source>
        <translation>מטרות יכולות להשתנות בדרך. אולי להתבונן בהן שוב?</translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>No longer covered</source>
        <translation>לא מכוסה עוד</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>שינוי</translation>
    </message>
</context>
<context>
    <name>SaidCard</name>
    <message>
        <source>What I said and what came of it</source>
        <translation>מה אמרתי ומה יצא מזה</translation>
    </message>
    <message>
        <source>What you brought into a session stands here.</source>
        <translation>כאן עומד מה שהובא לפגישה.</translation>
    </message>
</context>
<context>
    <name>SaidRow</name>
    <message>
        <source>brought in part</source>
        <translation>הובא בחלקו</translation>
    </message>
    <message>
        <source>How it was received: {how}</source>
        <translation>איך זה התקבל: {how}</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>מה יצא מזה</translation>
    </message>
    <message>
        <source>Bring it again</source>
        <translation>להביא שוב</translation>
    </message>
    <message>
        <source>What came of it, if you like</source>
        <translation>מה יצא מזה, אם רוצים</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>איפה זה עומד</translation>
    </message>
</context>
<context>
    <name>SameSubjectPage</name>
    <message>
        <source>Your answer is not saved yet.</source>
        <translation>התשובה עוד לא נשמרה.</translation>
    </message>
    <message>
        <source>The same subject again</source>
        <translation>שוב אותו נושא</translation>
    </message>
    <message>
        <source>A subject may return many times. It need not be different for that to be of use.</source>
        <translation>נושא יכול לחזור פעמים רבות. הוא לא חייב להשתנות כדי שתהיה בכך תועלת.</translation>
    </message>
    <message>
        <source>Words that stand in your notes</source>
        <translation>מילים שכתובות ברשומות שלך</translation>
    </message>
    <message>
        <source>Look for them</source>
        <translation>לחפש אותן</translation>
    </message>
    <message>
        <source>Or a tag</source>
        <translation>או תגית</translation>
    </message>
    <message>
        <source>In between</source>
        <translation>ביניהן</translation>
    </message>
    <message>
        <source>Show further ones</source>
        <translation>להציג עוד</translation>
    </message>
    <message>
        <source>From the first of these to the latest: has anything changed in how it is talked about?</source>
        <translation>מהראשונה שבהן ועד האחרונה: האם השתנה משהו באופן שבו מדברים על זה?</translation>
    </message>
    <message>
        <source>Keep it as a note</source>
        <translation>לשמור כרשומה</translation>
    </message>
    <message>
        <source>“No” is an answer, and so is “I cannot tell”.</source>
        <translation>“לא” הוא תשובה, וגם “קשה לומר”.</translation>
    </message>
    <message>
        <source>Which subject?</source>
        <translation>איזה נושא?</translation>
    </message>
    <message>
        <source>Notes with the tag “{tag}”</source>
        <translation>רשומות עם התגית “{tag}”</translation>
    </message>
    <message>
        <source>Notes with the words “{words}”</source>
        <translation>רשומות עם המילים “{words}”</translation>
    </message>
    <message>
        <source>The first time</source>
        <translation>הפעם הראשונה</translation>
    </message>
    <message>
        <source>The latest</source>
        <translation>האחרונה</translation>
    </message>
    <message>
        <source>Nothing in your notes is about this so far.</source>
        <translation>עד כה אין ברשומות דבר על כך.</translation>
    </message>
    <message>
        <source>This is the one passage so far. A second one can stand beside it some day.</source>
        <translation>זה הקטע היחיד עד כה. קטע שני יוכל לעמוד לצידו יום אחד.</translation>
    </message>
    <message>
        <source>Open the note</source>
        <translation>לפתוח את הרשומה</translation>
    </message>
    <message>
        <source>The same subject again: {subject}</source>
        <translation>שוב אותו נושא: {subject}</translation>
    </message>
    <message>
        <source>Kept as a note on this subject.</source>
        <translation>נשמר כרשומה על הנושא הזה.</translation>
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
    <name>SecondLookPart</name>
    <message>
        <source>Does it look different today?</source>
        <translation>האם זה נראה אחרת היום?</translation>
    </message>
    <message>
        <source>Your first note stays as it is.</source>
        <translation>הרשומה הראשונה נשארת כמו שהיא.</translation>
    </message>
    <message>
        <source>A second look</source>
        <translation>מבט שני</translation>
    </message>
</context>
<context>
    <name>SectionCard</name>
    <message>
        <source>My own words</source>
        <translation>המילים שלי</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>{section}, with your words</source>
        <translation>{section}, עם מילים שלך</translation>
    </message>
    <message>
        <source>{section}, with lines from the diary to look at</source>
        <translation>{section}, עם שורות מהיומן שעוד לא נראו</translation>
    </message>
    <message>
        <source>{section}, not on this page</source>
        <translation>{section}, לא בעמוד הזה</translation>
    </message>
    <message>
        <source>{section}, still empty</source>
        <translation>{section}, עדיין ריק</translation>
    </message>
</context>
<context>
    <name>SentenceOffer</name>
    <message>
        <source>Offer me a first sentence</source>
        <translation>להציע לי משפט ראשון</translation>
    </message>
    <message>
        <source>First sentences</source>
        <translation>משפטים ראשונים</translation>
    </message>
    <message>
        <source>Choose one, and change it as you like.</source>
        <translation>אפשר לבחור אחד, ולשנות אותו כרצונך.</translation>
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
        <source>Perhaps also: what was hard to say or to hear, and what you agreed on.</source>
        <translation>אולי גם: מה היה קשה לומר או לשמוע, ועל מה הייתה הסכמה.</translation>
    </message>
    <message>
        <source>A note holds {most} million characters. What you pasted is longer, and still in the clipboard.</source>
        <translation>רשומה מחזיקה {most} מיליון תווים. מה שהודבק ארוך יותר, ועדיין נמצא בלוח.</translation>
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
    <message>
        <source>Session, {start}</source>
        <translation>פגישה, {start}</translation>
    </message>
</context>
<context>
    <name>SettingEventsCard</name>
    <message>
        <source>What happened</source>
        <translation>מה קרה</translation>
    </message>
    <message>
        <source>Moved, cut short, late, a break, a line crossed: for your own record.</source>
        <translation>הוזז, קוצר, איחור, הפסקה, גבול שנחצה: לרישום שלך.</translation>
    </message>
    <message>
        <source>On this day</source>
        <translation>ביום הזה</translation>
    </message>
    <message>
        <source>Last day of the break</source>
        <translation>היום האחרון של ההפסקה</translation>
    </message>
    <message>
        <source>until</source>
        <translation>עד</translation>
    </message>
    <message>
        <source>How it was for me, if I like</source>
        <translation>איך זה היה בשבילי, אם רוצים</translation>
    </message>
    <message>
        <source>How it was for me</source>
        <translation>איך זה היה בשבילי</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>לרשום</translation>
    </message>
    <message>
        <source>A break ends on or after the day it began.</source>
        <translation>הפסקה מסתיימת ביום שבו התחילה או אחריו.</translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>נרשם.</translation>
    </message>
    <message>
        <source>You do not have to sort this out with your therapist. Someone outside can help you think.</source>
        <translation>אין צורך לברר את זה עם המטפל או המטפלת. אדם מבחוץ יכול לעזור לחשוב.</translation>
    </message>
    <message>
        <source>Your contacts</source>
        <translation>אנשי הקשר שלך</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} עד {last}</translation>
    </message>
    <message>
        <source>Make it something to bring</source>
        <translation>להפוך למשהו להביא</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>This is among what you want to bring.</source>
        <translation>זה נמצא בין הדברים להביא.</translation>
    </message>
    <message>
        <source>Kept for the next session.</source>
        <translation>נשמר לפגישה הבאה.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>בוטל.</translation>
    </message>
</context>
<context>
    <name>SettingForm</name>
    <message>
        <source>What holds from a day on</source>
        <translation>מה תקף מיום מסוים</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>שמירת הגרסה הזאת</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>open</source>
        <translation>פתוח</translation>
    </message>
    <message>
        <source>No fixed day</source>
        <translation>אין יום קבוע</translation>
    </message>
    <message>
        <source>From</source>
        <translation>מיום</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>יום בשבוע</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>שעה</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>דקות</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>באיזו תדירות</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>מקום</translation>
    </message>
    <message>
        <source>A session lasts five minutes or more; 0 leaves it open.</source>
        <translation>פגישה נמשכת חמש דקות או יותר; 0 משאיר את זה פתוח.</translation>
    </message>
</context>
<context>
    <name>SettingPage</name>
    <message>
        <source>The setting</source>
        <translation>הסטינג</translation>
    </message>
    <message>
        <source>What was agreed, as you understood it. A change is a new version; earlier ones stay.</source>
        <translation>מה שסוכם, כפי שהובן. שינוי הוא גרסה חדשה; הקודמות נשארות.</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>גרסאות קודמות</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>כפי שזה עכשיו</translation>
    </message>
    <message>
        <source>Nothing is written down yet. Day and place are enough to begin with.</source>
        <translation>עוד לא נרשם דבר. יום ומקום מספיקים להתחלה.</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>לרשום</translation>
    </message>
    <message>
        <source>Something changed</source>
        <translation>משהו השתנה</translation>
    </message>
    <message>
        <source>Take this version back</source>
        <translation>ביטול הגרסה הזאת</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>מאז {day}</translation>
    </message>
    <message>
        <source>from {day} on</source>
        <translation>החל מ-{day}</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>נשמר.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>בוטל.</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>twice a week</source>
        <translation>פעמיים בשבוע</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>כל שבוע</translation>
    </message>
    <message>
        <source>every two weeks</source>
        <translation>כל שבועיים</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>כל חודש</translation>
    </message>
    <message>
        <source>without a fixed rhythm</source>
        <translation>בלי קצב קבוע</translation>
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
        <source>Confidentiality, as I understood it</source>
        <translation>סודיות, כפי שהובנה</translation>
    </message>
    <message>
        <source>Contact between sessions</source>
        <translation>קשר בין הפגישות</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>ביטול פגישה</translation>
    </message>
    <message>
        <source>Breaks and holidays</source>
        <translation>הפסקות וחופשות</translation>
    </message>
    <message>
        <source>What belongs inside, and what outside</source>
        <translation>מה שייך פנימה, ומה החוצה</translation>
    </message>
    <message>
        <source>What I still want to ask</source>
        <translation>מה שנשאר לשאול</translation>
    </message>
    <message>
        <source>Why it changed</source>
        <translation>למה זה השתנה</translation>
    </message>
    <message>
        <source>Moved to another time</source>
        <translation>הוזז לזמן אחר</translation>
    </message>
    <message>
        <source>Cut short</source>
        <translation>קוצר</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>בוטל</translation>
    </message>
    <message>
        <source>One of us was late</source>
        <translation>איחור של אחד הצדדים</translation>
    </message>
    <message>
        <source>Contact outside of sessions</source>
        <translation>קשר מחוץ לפגישות</translation>
    </message>
    <message>
        <source>Something about privacy</source>
        <translation>משהו בעניין הפרטיות</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>מקום אחר</translation>
    </message>
    <message>
        <source>A break</source>
        <translation>הפסקה</translation>
    </message>
    <message>
        <source>A line was crossed</source>
        <translation>נחצה גבול</translation>
    </message>
    <message>
        <source>I do not feel safe</source>
        <translation>אין לי תחושת ביטחון</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>משהו אחר</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} דקות</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
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
        <source>Take out</source>
        <translation>הוצאה</translation>
    </message>
    <message>
        <source>If it gets too much</source>
        <translation>כשזה נעשה יותר מדי</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>מחיקה</translation>
    </message>
    <message>
        <source>Bring along</source>
        <translation>הבאת יומן</translation>
    </message>
    <message>
        <source>Thoughts and limits</source>
        <translation>מחשבות וגבולות</translation>
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
    <name>SideBySidePage</name>
    <message>
        <source>Side by side</source>
        <translation>זה לצד זה</translation>
    </message>
    <message>
        <source>Two therapies as you noted them. Each had its own time, and neither is measured by the other.</source>
        <translation>שני טיפולים כפי שנרשמו כאן. לכל אחד היה זמן משלו, ואף אחד אינו נמדד לפי האחר.</translation>
    </message>
    <message>
        <source>There is one therapy in this diary</source>
        <translation>ביומן הזה יש טיפול אחד</translation>
    </message>
    <message>
        <source>Once there are two, they can be looked at side by side here.</source>
        <translation>כשיהיו שניים, אפשר יהיה לראות אותם כאן זה לצד זה.</translation>
    </message>
    <message>
        <source>Go to the therapy</source>
        <translation>לדף הטיפול</translation>
    </message>
    <message>
        <source>One</source>
        <translation>האחד</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>האחר</translation>
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
    <message>
        <source>If it gets too much</source>
        <translation>כשזה נעשה יותר מדי</translation>
    </message>
    <message>
        <source>Leave quiet mode</source>
        <translation>יציאה ממצב שקט</translation>
    </message>
    <message>
        <source>Quiet mode: no numbers, no charts</source>
        <translation>מצב שקט: בלי מספרים, בלי תרשימים</translation>
    </message>
    <message>
        <source>On screen: {name}. Choose another.</source>
        <translation>על המסך: {name}. לבחור אחר.</translation>
    </message>
</context>
<context>
    <name>SignsPart</name>
    <message>
        <source>A line about it, if you like</source>
        <translation>שורה על זה, אם רוצים</translation>
    </message>
</context>
<context>
    <name>SinceCard</name>
    <message>
        <source>Since then</source>
        <translation>מאז</translation>
    </message>
    <message>
        <source>Nothing written since the last session. That is fine.</source>
        <translation>לא נכתב דבר מאז הפגישה הקודמת. זה בסדר גמור.</translation>
    </message>
    <message>
        <source>What you wrote since the last session:</source>
        <translation>מה שנכתב מאז הפגישה הקודמת:</translation>
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
</context>
<context>
    <name>SplitOffer</name>
    <message>
        <source>Split days at their headings</source>
        <translation>פיצול ימים לפי הכותרות שבהם</translation>
    </message>
    <message>
        <source>Left whole: entries found {found}, new {new}.</source>
        <translation>בלי פיצול נמצאו: {found}, חדשות: {new}.</translation>
    </message>
    <message>
        <source>Some days hold several entries. Split: entries found {found}, new {new}.</source>
        <translation>יש ימים עם כמה רשומות. בפיצול נמצאו: {found}, חדשות: {new}.</translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>{answered} of {all} answered. You can leave any of them empty.</source>
        <translation>{answered} מתוך {all} נענו. אפשר להשאיר כל אחת ריקה.</translation>
    </message>
</context>
<context>
    <name>SteadyBackup</name>
    <message>
        <source>Backed up on this computer.</source>
        <translation>גובה במחשב הזה.</translation>
    </message>
    <message>
        <source>The backup was not made. {why}</source>
        <translation>הגיבוי לא נוצר. {why}</translation>
    </message>
</context>
<context>
    <name>StillRight</name>
    <message>
        <source>Still the right aim?</source>
        <translation>עדיין הכוונה הנכונה?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>כן</translation>
    </message>
    <message>
        <source>Clearer words</source>
        <translation>מילים ברורות יותר</translation>
    </message>
    <message>
        <source>A different aim</source>
        <translation>כוונה אחרת</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>להניח בצד</translation>
    </message>
</context>
<context>
    <name>Support</name>
    <message>
        <source>If it gets too much</source>
        <translation>כשזה נעשה יותר מדי</translation>
    </message>
    <message>
        <source>Nobody reads this diary. If you are in danger, call your local emergency number.</source>
        <translation>איש לא קורא את היומן הזה. בשעת סכנה יש להתקשר למספר החירום המקומי.</translation>
    </message>
    <message>
        <source>Your contacts</source>
        <translation>אנשי הקשר שלך</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Tags that fit</source>
        <translation>תגיות מתאימות</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>There are no tags yet. You add them on the page of a note.</source>
        <translation>עדיין אין תגיות. מוסיפים אותן בדף של רשומה.</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>חיפוש תגית</translation>
    </message>
    <message>
        <source>Another name for this tag</source>
        <translation>שם אחר לתגית הזאת</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>שינוי שם</translation>
    </message>
    <message>
        <source>Rename the tag on every note</source>
        <translation>לשנות את שם התגית בכל הרשומות</translation>
    </message>
    <message>
        <source>A tag has no quotation marks, and at most 60 letters.</source>
        <translation>בתגית אין מירכאות, ויש בה לכל היותר 60 אותיות.</translation>
    </message>
</context>
<context>
    <name>TakeRoom</name>
    <message>
        <source>Take your diary out</source>
        <translation>להוציא את היומן</translation>
    </message>
    <message>
        <source>Which part</source>
        <translation>איזה חלק</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>לאן</translation>
    </message>
    <message>
        <source>All therapies</source>
        <translation>כל הטיפולים</translation>
    </message>
    <message>
        <source>One page to read</source>
        <translation>עמוד אחד לקריאה</translation>
    </message>
    <message>
        <source>Pages for paper</source>
        <translation>דפים לנייר</translation>
    </message>
    <message>
        <source>The same as a PDF, to print or to keep.</source>
        <translation>אותו תוכן כ־PDF, להדפסה או לשמירה.</translation>
    </message>
    <message>
        <source>A folder of notes</source>
        <translation>תיקייה של רשומות</translation>
    </message>
    <message>
        <source>One Markdown file for each note, with its pictures. Other programs can take that in.</source>
        <translation>קובץ Markdown לכל רשומה, עם התמונות שלה. תוכנות אחרות יכולות לקלוט אותו.</translation>
    </message>
    <message>
        <source>A table of your answers</source>
        <translation>טבלה של התשובות</translation>
    </message>
    <message>
        <source>Every answer and rating as a line of CSV, for a spreadsheet.</source>
        <translation>כל תשובה ודירוג כשורה של CSV, לגיליון אלקטרוני.</translation>
    </message>
    <message>
        <source>Everything, for this program</source>
        <translation>הכול, בשביל התוכנה הזאת</translation>
    </message>
    <message>
        <source>One JSON file that loses nothing, also what is covered or kept from paper. It can be brought along into another diary.</source>
        <translation>קובץ JSON אחד שאינו מאבד דבר, גם מה שמכוסה או נשמר מנייר. אפשר להביא אותו ליומן אחר.</translation>
    </message>
    <message>
        <source>What is written here is not encrypted. Whoever gets the file can read it. If it is only for safe keeping, an encrypted copy is better.</source>
        <translation>מה שנכתב כאן אינו מוצפן. מי שיקבל את הקובץ יוכל לקרוא אותו. אם זה רק לשמירה, עדיף עותק מוצפן.</translation>
    </message>
    <message>
        <source>Make an encrypted copy instead</source>
        <translation>ליצור עותק מוצפן במקום זאת</translation>
    </message>
    <message>
        <source>As what</source>
        <translation>בתור מה</translation>
    </message>
    <message>
        <source>Which therapy</source>
        <translation>איזה טיפול</translation>
    </message>
    <message>
        <source>Only these days</source>
        <translation>רק הימים האלה</translation>
    </message>
    <message>
        <source>From</source>
        <translation>מיום</translation>
    </message>
    <message>
        <source>To</source>
        <translation>עד יום</translation>
    </message>
    <message>
        <source>Also notes that are kept from paper</source>
        <translation>גם רשומות שנשמרות מנייר</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>שמירה כקובץ …</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>שמירה כקובץ</translation>
    </message>
    <message>
        <source>The file is written: {name}. It is not encrypted.</source>
        <translation>הקובץ נכתב: {name}. הוא אינו מוצפן.</translation>
    </message>
    <message>
        <source>Kept from paper, and so not in it: {count} notes.</source>
        <translation>נשמרות מנייר, ולכן אינן בו: {count} רשומות.</translation>
    </message>
    <message>
        <source>Writing the file …</source>
        <translation>הקובץ נכתב …</translation>
    </message>
    <message>
        <source>Also topics that are still covered</source>
        <translation>גם נושאים שעדיין מכוסים</translation>
    </message>
    <message>
        <source>One file that every browser opens.</source>
        <translation>קובץ אחד שכל דפדפן פותח.</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>מה יוצא</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>רשומות</translation>
    </message>
    <message>
        <source>What you wanted to bring</source>
        <translation>מה שרצית להביא</translation>
    </message>
    <message>
        <source>How it was between you</source>
        <translation>איך היה הקשר</translation>
    </message>
    <message>
        <source>Reflective checklist</source>
        <translation>שאלון להתבוננות</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>מטרות</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>שאלונים</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>אבני דרך</translation>
    </message>
    <message>
        <source>Tick what is to go along first.</source>
        <translation>קודם כול יש לסמן מה יוצא.</translation>
    </message>
</context>
<context>
    <name>TasksAndPatternsPage</name>
    <message>
        <source>Tasks and patterns</source>
        <translation>משימות ודפוסים</translation>
    </message>
    <message>
        <source>What you mean to try, and what keeps coming back.</source>
        <translation>מה שרוצים לנסות, ומה שחוזר שוב ושוב.</translation>
    </message>
    <message>
        <source>No therapy yet</source>
        <translation>אין עדיין טיפול</translation>
    </message>
    <message>
        <source>Begin with the therapy this diary is about.</source>
        <translation>אפשר להתחיל בטיפול שהיומן עוסק בו.</translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>What I mean to try</source>
        <translation>מה שבכוונתי לנסות</translation>
    </message>
    <message>
        <source>Something small between sessions. Trying is enough; so is letting go.</source>
        <translation>משהו קטן בין הפגישות. מספיק לנסות, וגם להניח לזה.</translation>
    </message>
    <message>
        <source>Tried, done or let go</source>
        <translation>נוסה, נעשה או הונח</translation>
    </message>
    <message>
        <source>Something to try, in one line</source>
        <translation>משהו לנסות, בשורה אחת</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>הוספה</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>מאז {day}</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>לפתוח שוב</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>נוסה</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>נעשה</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>הונח</translation>
    </message>
    <message>
        <source>What I learnt from it</source>
        <translation>מה שנלמד מזה</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>נשמר.</translation>
    </message>
    <message>
        <source>Marked: {outcome}.</source>
        <translation>סומן: {outcome}.</translation>
    </message>
</context>
<context>
    <name>ThemesCard</name>
    <message>
        <source>A theme for each session left</source>
        <translation>נושא לכל פגישה שנותרה</translation>
    </message>
    <message>
        <source>If you like. A theme waits among what you want to bring; the next one comes up when it was brought.</source>
        <translation>רק אם רוצים. נושא מחכה בין הדברים שרוצים להביא; הבא בתור עולה אחרי שהקודם הובא.</translation>
    </message>
    <message>
        <source>If there is room</source>
        <translation>אם יישאר מקום</translation>
    </message>
    <message>
        <source>Last session</source>
        <translation>פגישה אחרונה</translation>
    </message>
    <message>
        <source>After that</source>
        <translation>אחרי כן</translation>
    </message>
    <message>
        <source>Next session</source>
        <translation>הפגישה הבאה</translation>
    </message>
</context>
<context>
    <name>TherapiesCard</name>
    <message>
        <source>Begin another therapy</source>
        <translation>להתחיל טיפול נוסף</translation>
    </message>
    <message>
        <source>Lay two side by side</source>
        <translation>לשים שניים זה לצד זה</translation>
    </message>
    <message>
        <source>Therapies in this diary</source>
        <translation>הטיפולים ביומן הזה</translation>
    </message>
    <message>
        <source>This therapy</source>
        <translation>הטיפול הזה</translation>
    </message>
    <message>
        <source>on the screen</source>
        <translation>על המסך</translation>
    </message>
    <message>
        <source>While it is paused nothing is asked, and no next session is shown.</source>
        <translation>בזמן הפסקה אין שאלות, ולא מוצגת פגישה הבאה.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>להציג</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>לשנות …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>להפסיק לזמן מה</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>להמשיך</translation>
    </message>
    <message>
        <source>What I need</source>
        <translation>מה נחוץ לי</translation>
    </message>
</context>
<context>
    <name>TherapyEditor</name>
    <message>
        <source>Your therapist&apos;s first name</source>
        <translation>השם הפרטי של המטפל או המטפלת</translation>
    </message>
    <message>
        <source>What you call this therapy</source>
        <translation>איך לקרוא לטיפול הזה</translation>
    </message>
    <message>
        <source>How the therapy works</source>
        <translation>איך הטיפול עובד</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>מתי התחיל</translation>
    </message>
    <message>
        <source>Usual day</source>
        <translation>יום קבוע</translation>
    </message>
    <message>
        <source>Usual time</source>
        <translation>שעה קבועה</translation>
    </message>
    <message>
        <source>Why you came</source>
        <translation>מה הביא אותך לכאן</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Another therapy</source>
        <translation>טיפול נוסף</translation>
    </message>
    <message>
        <source>Begin this therapy</source>
        <translation>להתחיל את הטיפול הזה</translation>
    </message>
    <message>
        <source>What is written about this therapy</source>
        <translation>מה שכתוב על הטיפול הזה</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>לשמור את השינויים</translation>
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
    <name>TherapyPage</name>
    <message>
        <source>The setting</source>
        <translation>הסטינג</translation>
    </message>
    <message>
        <source>Tasks and patterns</source>
        <translation>משימות ודפוסים</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>שאלונים</translation>
    </message>
    <message>
        <source>If it gets too much</source>
        <translation>כשזה נעשה יותר מדי</translation>
    </message>
    <message>
        <source>Open: {page}</source>
        <translation>פתיחה: {page}</translation>
    </message>
    <message>
        <source>Therapy</source>
        <translation>הטיפול</translation>
    </message>
    <message>
        <source>Around the sessions.</source>
        <translation>מסביב לפגישות.</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>מאז {day}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>None is switched on. They are here if you want them.</source>
        <translation>אף שאלון לא הופעל. הם כאן אם רוצים.</translation>
    </message>
    <message>
        <source>Your own contacts, one key away from every page.</source>
        <translation>אנשי הקשר שלך, במרחק מקש אחד מכל דף.</translation>
    </message>
    <message>
        <source>Day, place, and what was agreed.</source>
        <translation>יום, מקום, ומה שסוכם.</translation>
    </message>
    <message>
        <source>What you mean to try, and what keeps coming back.</source>
        <translation>מה שרוצים לנסות, ומה שחוזר שוב ושוב.</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>עם {name}</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>נשמר.</translation>
    </message>
    <message>
        <source>This therapy is paused.</source>
        <translation>הטיפול הזה בהפסקה.</translation>
    </message>
    <message>
        <source>This therapy goes on.</source>
        <translation>הטיפול הזה ממשיך.</translation>
    </message>
</context>
<context>
    <name>TherapyWords</name>
    <message>
        <source>Since {day}</source>
        <translation>מאז {day}</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>מ-{first} עד {last}</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>בתחילתו</translation>
    </message>
    <message>
        <source>going on</source>
        <translation>נמשך</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>בהפסקה</translation>
    </message>
    <message>
        <source>coming to its end</source>
        <translation>לקראת סיום</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>הסתיים</translation>
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
    <name>TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>ציר הזמן</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>רשומה חדשה</translation>
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
    <message>
        <source>&amp;Open</source>
        <translation>&amp;פתיחה</translation>
    </message>
    <message>
        <source>Take the &amp;star away</source>
        <translation>להסיר את ה&amp;כוכב</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;כוכב</translation>
    </message>
    <message>
        <source>&amp;Earlier versions</source>
        <translation>&amp;גרסאות קודמות</translation>
    </message>
    <message>
        <source>Move to the &amp;bin</source>
        <translation>להעביר ל&amp;סל</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>מאז {day}</translation>
    </message>
</context>
<context>
    <name>ToBring</name>
    <message>
        <source>Make this something to bring</source>
        <translation>להפוך את זה למשהו להביא</translation>
    </message>
    <message>
        <source>Make the chosen words something to bring</source>
        <translation>להפוך את המילים שנבחרו למשהו להביא</translation>
    </message>
    <message>
        <source>Choose the words in your note first.</source>
        <translation>קודם יש לבחור את המילים ברשומה.</translation>
    </message>
    <message>
        <source>Kept for the next session.</source>
        <translation>נשמר לפגישה הבאה.</translation>
    </message>
    <message>
        <source>The beginning of it is kept for the next session: 400 letters.</source>
        <translation>ההתחלה נשמרה לפגישה הבאה: 400 אותיות.</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Does it look different today?</source>
        <translation>האם זה נראה אחרת היום?</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>מבט נוסף</translation>
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
    <message>
        <source>Your next session is on {weekday}</source>
        <translation>הפגישה הבאה שלך היא ב{weekday}</translation>
    </message>
    <message>
        <source>From the session on {date}</source>
        <translation>מהפגישה ב-{date}</translation>
    </message>
    <message>
        <source>Goals you &amp;carry on</source>
        <translation>מטרות &amp;שממשיכות</translation>
    </message>
    <message>
        <source>This therapy is paused</source>
        <translation>הטיפול הזה בהפסקה</translation>
    </message>
    <message>
        <source>It goes on when you say so, on the page Therapy.</source>
        <translation>הוא ימשיך כשייאמר כך, בדף הטיפול.</translation>
    </message>
    <message>
        <source>What you wrote stays here to be read. Nothing has to be added.</source>
        <translation>מה שנכתב נשאר כאן לקריאה. אין צורך להוסיף דבר.</translation>
    </message>
</context>
<context>
    <name>TooMuchPage</name>
    <message>
        <source>If it gets too much</source>
        <translation>כשזה נעשה יותר מדי</translation>
    </message>
    <message>
        <source>This diary is on your device only. Nobody reads it and it cannot call anyone. If you or someone else is in danger, call your local emergency number.</source>
        <translation>היומן הזה נמצא רק במכשיר שלך. איש לא קורא אותו, והוא לא יכול להתקשר לאיש. אם יש סכנה, לך או למישהו אחר, יש להתקשר למספר החירום המקומי.</translation>
    </message>
    <message>
        <source>Checked on {day}. Still right?</source>
        <translation>נבדק ב-{day}. עדיין נכון?</translation>
    </message>
    <message>
        <source>Yes, still right</source>
        <translation>כן, עדיין נכון</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>שינוי</translation>
    </message>
    <message>
        <source>Your own contacts can stand here</source>
        <translation>כאן יכולים לעמוד אנשי הקשר שלך</translation>
    </message>
    <message>
        <source>People, numbers, a line that is open at night. You could write them down with your therapist. No numbers come with this program: they change, and differ from country to country.</source>
        <translation>אנשים, מספרים, קו שפתוח בלילה. אפשר לרשום אותם ביחד עם המטפל או המטפלת. התוכנה מגיעה בלי מספרים: הם משתנים, ושונים ממדינה למדינה.</translation>
    </message>
    <message>
        <source>Write down a contact</source>
        <translation>לרשום איש קשר</translation>
    </message>
    <message>
        <source>Right now</source>
        <translation>עכשיו</translation>
    </message>
    <message>
        <source>You can stop writing. What you typed is kept.</source>
        <translation>אפשר להפסיק לכתוב. מה שהוקלד נשמר.</translation>
    </message>
    <message>
        <source>You can go to a person, or call one, before you write on.</source>
        <translation>אפשר ללכת אל אדם אחר, או להתקשר אליו, לפני שממשיכים לכתוב.</translation>
    </message>
    <message>
        <source>Change your contacts</source>
        <translation>שינוי אנשי הקשר</translation>
    </message>
    <message>
        <source>You can lock the diary, or close it.</source>
        <translation>אפשר לנעול את היומן, או לסגור אותו.</translation>
    </message>
</context>
<context>
    <name>TopicDoings</name>
    <message>
        <source>It is covered.</source>
        <translation>זה מכוסה.</translation>
    </message>
    <message>
        <source>It is no longer covered.</source>
        <translation>זה לא מכוסה עוד.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>נשמר.</translation>
    </message>
</context>
<context>
    <name>TopicEditor</name>
    <message>
        <source>Add</source>
        <translation>הוספה</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Write a few words first.</source>
        <translation>קודם כדאי לכתוב כמה מילים.</translation>
    </message>
    <message>
        <source>Something to bring, in one line</source>
        <translation>משהו להביא, בשורה אחת</translation>
    </message>
    <message>
        <source>A first sentence, in your own words</source>
        <translation>משפט ראשון, במילים שלך</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>במה מדובר</translation>
    </message>
    <message>
        <source>How hard it is to say</source>
        <translation>עד כמה קשה לומר את זה</translation>
    </message>
    <message>
        <source>Not brought up yet: keep it covered</source>
        <translation>עדיין לא הועלה: להשאיר מכוסה</translation>
    </message>
    <message>
        <source>Only a number shows until you open it. It is on no paper.</source>
        <translation>עד שפותחים רואים רק מספר. זה לא מופיע על שום נייר.</translation>
    </message>
</context>
<context>
    <name>TopicRow</name>
    <message>
        <source>put off for later</source>
        <translation>נדחה להמשך</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>להעביר למעלה</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>להעביר למטה</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>מה יצא מזה</translation>
    </message>
</context>
<context>
    <name>TopicWords</name>
    <message>
        <source>From my life</source>
        <translation>מהחיים שלי</translation>
    </message>
    <message>
        <source>Between the two of us</source>
        <translation>בין שנינו</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>מטרות</translation>
    </message>
    <message>
        <source>How we work</source>
        <translation>דרך העבודה שלנו</translation>
    </message>
    <message>
        <source>The setting</source>
        <translation>הסטינג</translation>
    </message>
    <message>
        <source>Something practical</source>
        <translation>משהו מעשי</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>סיום</translation>
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
        <source>For next time</source>
        <translation>לפעם הבאה</translation>
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
        <translation>הונח</translation>
    </message>
    <message>
        <source>It waits again.</source>
        <translation>זה שוב מחכה.</translation>
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
        <source>Listened</source>
        <translation>הקשבה</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>הסבר</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>התרחקות</translation>
    </message>
    <message>
        <source>I cannot tell</source>
        <translation>קשה לדעת</translation>
    </message>
    <message>
        <source>How it was received, if you like</source>
        <translation>איך זה התקבל, אם רוצים</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>רך</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>פשוט</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>ישיר</translation>
    </message>
</context>
<context>
    <name>TopicsPage</name>
    <message>
        <source>To bring</source>
        <translation>מה להביא</translation>
    </message>
    <message>
        <source>What you may want to say in a session. Leaving it unsaid is fine too.</source>
        <translation>מה שאולי כדאי לומר בפגישה. גם לא לומר זה בסדר.</translation>
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
        <source>Something to bring</source>
        <translation>משהו להביא</translation>
    </message>
    <message>
        <source>It is covered.</source>
        <translation>זה מכוסה.</translation>
    </message>
    <message>
        <source>Kept for the next session.</source>
        <translation>נשמר לפגישה הבאה.</translation>
    </message>
</context>
<context>
    <name>TopicsPart</name>
    <message>
        <source>What you wanted to bring</source>
        <translation>מה שרצית להביא</translation>
    </message>
    <message>
        <source>Show the others</source>
        <translation>להציג את השאר</translation>
    </message>
    <message>
        <source>What came of it, if you like</source>
        <translation>מה יצא מזה, אם רוצים</translation>
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
    <name>UnderWay</name>
    <message>
        <source>Therapy Diary</source>
        <translation>יומן טיפול</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>עצירה</translation>
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
        <source>Restore a backup</source>
        <translation>שחזור גיבוי</translation>
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
    <name>Versions</name>
    <message>
        <source>Earlier versions, the latest first</source>
        <translation>גרסאות קודמות, מהאחרונה</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>מה שהיה כתוב</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Earlier versions</source>
        <translation>גרסאות קודמות</translation>
    </message>
    <message>
        <source>To the note</source>
        <translation>לרשומה</translation>
    </message>
    <message>
        <source>Bring this back</source>
        <translation>להחזיר את זה</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>מה השתנה</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>כמו שהיה</translation>
    </message>
    <message>
        <source>No earlier versions</source>
        <translation>אין גרסאות קודמות</translation>
    </message>
    <message>
        <source>When you change a note, what it said before is kept here. The last fifty are.</source>
        <translation>כשמשנים רשומה, מה שהיה כתוב בה נשמר כאן: חמישים הגרסאות האחרונות.</translation>
    </message>
    <message>
        <source>Go to the timeline</source>
        <translation>לציר הזמן</translation>
    </message>
    <message>
        <source>Until {day}, {time}</source>
        <translation>עד {day}, {time}</translation>
    </message>
    <message>
        <source>What the note said then.</source>
        <translation>מה שהיה כתוב אז ברשומה.</translation>
    </message>
    <message>
        <source>From then to now: struck through is gone, underlined is new.</source>
        <translation>מאז ועד עכשיו: קו חוצה הוא מה שירד, קו תחתון הוא מה שנוסף.</translation>
    </message>
    <message>
        <source>The note says now what it said then.</source>
        <translation>הרשומה אומרת עכשיו מה שאמרה אז.</translation>
    </message>
    <message>
        <source>Gone since then: {words}</source>
        <translation>ירד מאז: {words}</translation>
    </message>
    <message>
        <source>New since then: {words}</source>
        <translation>נוסף מאז: {words}</translation>
    </message>
    <message>
        <source>The note says again what it said then.</source>
        <translation>הרשומה שוב אומרת מה שאמרה אז.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Waiting</source>
        <translation>מחכה</translation>
    </message>
    <message>
        <source>Nothing waits. That is fine.</source>
        <translation>שום דבר לא מחכה. זה בסדר.</translation>
    </message>
    <message>
        <source>What I let go</source>
        <translation>מה שהונח</translation>
    </message>
    <message>
        <source>Let it wait again</source>
        <translation>שיחכה שוב</translation>
    </message>
    <message>
        <source>Hardest first again</source>
        <translation>שוב הקשה ביותר בראש</translation>
    </message>
</context>
<context>
    <name>WhoseMeasure</name>
    <message>
        <source>Wording: {holder}</source>
        <translation>הניסוח: {holder}</translation>
    </message>
    <message>
        <source>Free for everyone to use.</source>
        <translation>חופשי לשימוש לכולם.</translation>
    </message>
    <message>
        <source>Developed by {people}.</source>
        <translation>פותח בידי {people}.</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>open</source>
        <translation>פתוח</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>נוסה</translation>
    </message>
    <message>
        <source>done</source>
        <translation>נעשה</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>הונח</translation>
    </message>
    <message>
        <source>changed into another</source>
        <translation>הפך לאחר</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>בחוץ</translation>
    </message>
    <message>
        <source>with my therapist</source>
        <translation>בפגישה</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>עם {name}</translation>
    </message>
</context>
<context>
    <name>WorksheetRoom</name>
    <message>
        <source>This page is</source>
        <translation>העמוד הזה הוא</translation>
    </message>
    <message>
        <source>The therapy goes on</source>
        <translation>הטיפול נמשך</translation>
    </message>
    <message>
        <source>Take back the ending</source>
        <translation>ביטול הסיום</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>שינוי</translation>
    </message>
    <message>
        <source>Finish …</source>
        <translation>להשלים …</translation>
    </message>
    <message>
        <source>Finished pages</source>
        <translation>עמודים שהושלמו</translation>
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
        <source>Not looked at yet: {sections}. Their lines from the diary stay off the page until then.</source>
        <translation>עוד לא נראו: {sections}. השורות שלהם מהיומן יישארו עד אז מחוץ לעמוד.</translation>
    </message>
    <message numerus="yes">
        <source>“{section}” runs %n line(s) over page {page}.</source>
        <translation>
            <numerusform>“{section}” חורג מעמוד {page} בשורה אחת.</numerusform>
            <numerusform>“{section}” חורג מעמוד {page} ב־%n שורות.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>עמוד אחד</numerusform>
            <numerusform>%n עמודים</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is cut; all of it is printed.</source>
        <translation>דבר לא נחתך; הכול מודפס.</translation>
    </message>
    <message numerus="yes">
        <source>This section runs %n line(s) over page {page}.</source>
        <translation>
            <numerusform>החלק הזה חורג מעמוד {page} בשורה אחת.</numerusform>
            <numerusform>החלק הזה חורג מעמוד {page} ב־%n שורות.</numerusform>
        </translation>
    </message>
    <message>
        <source>still ahead: {count}</source>
        <translation>עוד לפנינו: {count}</translation>
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
        <source>Ratings so far: {count}. Then and now can be compared from {least} on.</source>
        <translation>דירוגים עד כה: {count}. אפשר להשוות בין אז להיום החל מ-{least}.</translation>
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
        <source>fewer than {least} ratings: each of them</source>
        <translation>פחות מ-{least} דירוגים: כל אחד מהם</translation>
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
        <source>With fewer than {least} ratings it is too early to speak of a direction.</source>
        <translation>עם פחות מ-{least} דירוגים מוקדם מדי לדבר על כיוון.</translation>
    </message>
    <message>
        <source>This chart has no time axis; breaks are drawn on each goal’s own chart.</source>
        <translation>בתרשים הזה אין ציר זמן; הפסקות מצוירות בתרשים של כל מטרה לחוד.</translation>
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
    <message>
        <source>Nothing was answered in this span.</source>
        <translation>לא נענה דבר בטווח הזה.</translation>
    </message>
    <message>
        <source>A dot is an answer: hollow if parts were left out, ringed if it was filled in later. The line is the middle of neighbouring answers. The shaded band is where most of your answers lie; an upright bar is a break. Dotted lines are milestones and changes of wording.</source>
        <translation>נקודה היא תשובה: חלולה אם חלק הושמט, ומוקפת אם מולאה מאוחר יותר. הקו הוא האמצע של תשובות סמוכות. הפס המוצלל הוא המקום שבו נמצאות רוב התשובות שלך; עמודה מוצללת היא הפסקה. קווים מנוקדים הם אבני דרך ושינויי ניסוח.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>מענה</translation>
    </message>
    <message>
        <source>break, until {day}</source>
        <translation>הפסקה, עד {day}</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>לא נענה</translation>
    </message>
    <message>
        <source>higher: more of it</source>
        <translation>גבוה יותר: יותר מזה</translation>
    </message>
    <message>
        <source>higher: nearer to it</source>
        <translation>גבוה יותר: קרוב יותר</translation>
    </message>
    <message>
        <source>The ranges are those of its authors. They are no diagnosis.</source>
        <translation>הטווחים הם של המחברים. הם אינם אבחנה.</translation>
    </message>
    <message>
        <source>Between the dotted lines, the difference to the first answer may be wobble ({source}).</source>
        <translation>בין הקווים המנוקדים, ההבדל מהתשובה הראשונה עשוי להיות תנודה ({source}).</translation>
    </message>
    <message>
        <source>higher: easier for me</source>
        <translation>גבוה יותר: קל יותר בשבילי</translation>
    </message>
    <message>
        <source>lower: easier for me</source>
        <translation>נמוך יותר: קל יותר בשבילי</translation>
    </message>
    <message>
        <source>easier</source>
        <translation>קל יותר</translation>
    </message>
    <message>
        <source>harder</source>
        <translation>קשה יותר</translation>
    </message>
    <message>
        <source>No clear direction; mostly about {middle}.</source>
        <translation>אין כיוון ברור; לרוב בערך {middle}.</translation>
    </message>
    <message>
        <source>No clear direction; mostly between {low} and {high}.</source>
        <translation>אין כיוון ברור; לרוב בין {low} ל-{high}.</translation>
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
    <name>exchange</name>
    <message>
        <source>There is no file or folder of that name; check the name and try again.</source>
        <translation>אין קובץ או תיקייה בשם הזה; כדאי לבדוק את השם ולנסות שוב.</translation>
    </message>
    <message>
        <source>This file or folder cannot be read; allow reading it, or copy it elsewhere first.</source>
        <translation>אי אפשר לקרוא את הקובץ או התיקייה; צריך לאפשר קריאה, או להעתיק קודם למקום אחר.</translation>
    </message>
    <message>
        <source>No diary that can be brought along was found here; the help lists what can.</source>
        <translation>לא נמצא כאן יומן שאפשר להביא; בעזרה כתוב מה אפשר.</translation>
    </message>
    <message>
        <source>This is not in the format named; leave the format out, and it is found by itself.</source>
        <translation>זה אינו בתבנית שצוינה; בלי ציון תבנית היא תזוהה מעצמה.</translation>
    </message>
    <message>
        <source>This file is damaged or was not exported whole; export it again and try once more.</source>
        <translation>הקובץ פגום או שלא יוצא בשלמותו; צריך לייצא אותו שוב ולנסות עוד פעם.</translation>
    </message>
    <message>
        <source>This file is too large for a diary; export a shorter span of time.</source>
        <translation>הקובץ גדול מדי בשביל יומן; אפשר לייצא פרק זמן קצר יותר.</translation>
    </message>
    <message>
        <source>This file is packed in a way that is not read here; unpack it, then bring the folder along.</source>
        <translation>הקובץ ארוז בדרך שאינה נקראת כאן; יש לפתוח אותו, ואז להביא את התיקייה.</translation>
    </message>
    <message>
        <source>This ZIP has a password; unpack it with that, then bring the folder along.</source>
        <translation>לקובץ ה־ZIP יש סיסמה; צריך לפתוח אותו בעזרתה ואז להביא את התיקייה.</translation>
    </message>
    <message>
        <source>This jrnl is encrypted; run jrnl --decrypt copy.txt, bring that along, then delete it.</source>
        <translation>קובץ ה־jrnl מוצפן; צריך להריץ jrnl --decrypt copy.txt, להביא את העותק ואז למחוק אותו.</translation>
    </message>
    <message>
        <source>This is Mini Diary&apos;s encrypted file; export to JSON there and bring that along.</source>
        <translation>זה הקובץ המוצפן של Mini Diary; צריך לייצא שם ל־JSON ולהביא אותו.</translation>
    </message>
    <message>
        <source>This Diaro backup is encrypted; make one without a password and bring that along.</source>
        <translation>הגיבוי של Diaro מוצפן; צריך ליצור גיבוי בלי סיסמה ולהביא אותו.</translation>
    </message>
    <message>
        <source>This Standard Notes backup is encrypted; export a decrypted one there.</source>
        <translation>הגיבוי של Standard Notes מוצפן; צריך לייצא שם גיבוי לא מוצפן.</translation>
    </message>
    <message>
        <source>This Lifeograph diary is encrypted; export it as text there, one file for each entry.</source>
        <translation>היומן של Lifeograph מוצפן; צריך לייצא אותו שם כטקסט, קובץ לכל רשומה.</translation>
    </message>
    <message>
        <source>Lifeograph&apos;s own file is not read; export it there as text, one file for each entry.</source>
        <translation>הקובץ של Lifeograph עצמו אינו נקרא; צריך לייצא אותו שם כטקסט, קובץ לכל רשומה.</translation>
    </message>
    <message>
        <source>A newer version of Therapy Diary wrote this file; update the program and try again.</source>
        <translation>גרסה חדשה יותר של יומן טיפול כתבה את הקובץ; צריך לעדכן את התוכנה ולנסות שוב.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>נעצר. דבר לא השתנה.</translation>
    </message>
    <message>
        <source>There is something of that name already; choose another name.</source>
        <translation>יש כבר משהו בשם הזה; צריך לבחור שם אחר.</translation>
    </message>
    <message>
        <source>This could not be written; check that there is room and that writing is allowed there.</source>
        <translation>לא ניתן לכתוב; כדאי לבדוק שיש מקום ושמותר לכתוב שם.</translation>
    </message>
    <message>
        <source>it has no date</source>
        <translation>אין לה תאריך</translation>
    </message>
    <message>
        <source>its date cannot be right</source>
        <translation>התאריך שלה אינו אפשרי</translation>
    </message>
    <message>
        <source>it does not have the shape of an entry</source>
        <translation>אין לה מבנה של רשומה</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>היא ריקה</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>היא גדולה מדי</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>אי אפשר לקרוא אותה</translation>
    </message>
    <message>
        <source>its path leads out of the archive</source>
        <translation>הנתיב שלה מוביל אל מחוץ לארכיון</translation>
    </message>
    <message>
        <source>it is a link or a device, not a file</source>
        <translation>זהו קישור או התקן, לא קובץ</translation>
    </message>
    <message>
        <source>the file is not in the export</source>
        <translation>הקובץ אינו בייצוא</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>היא מוצפנת</translation>
    </message>
    <message>
        <source>it breaks a rule of the diary</source>
        <translation>היא סותרת כלל של היומן</translation>
    </message>
    <message>
        <source>it belongs to something that is not there</source>
        <translation>היא שייכת למשהו שאינו שם</translation>
    </message>
    <message>
        <source>it is no questionnaire that this diary can read</source>
        <translation>זה אינו שאלון שהיומן הזה יכול לקרוא</translation>
    </message>
    <message>
        <source>this diary keeps another questionnaire with its code and version</source>
        <translation>ביומן הזה שמור שאלון אחר עם אותם קוד וגרסה</translation>
    </message>
    <message>
        <source>the file is larger than {most}</source>
        <translation>הקובץ גדול מ־{most}</translation>
    </message>
    <message>
        <source>This archive holds far more than it shows, as no diary does; it was not opened.</source>
        <translation>הארכיון מכיל הרבה יותר ממה שהוא מראה, כפי שאין ביומן; הוא לא נפתח.</translation>
    </message>
    <message>
        <source>it was thrown away there</source>
        <translation>זה הושלך לאשפה שם</translation>
    </message>
</context>
<context>
    <name>measure_file</name>
    <message>
        <source>The file is larger than {most} KiB, which no questionnaire needs.</source>
        <translation>הקובץ גדול מ-{most} KiB, ושום שאלון אינו זקוק לכך.</translation>
    </message>
    <message>
        <source>Line {line} is not text in UTF-8.</source>
        <translation>שורה {line} אינה טקסט ב-UTF-8.</translation>
    </message>
    <message>
        <source>Line {line} has more than {most} dots, which no questionnaire needs.</source>
        <translation>בשורה {line} יש יותר מ-{most} נקודות, ושום שאלון אינו זקוק לכך.</translation>
    </message>
    <message>
        <source>Line {line} cannot be read as TOML, from character {column} on.</source>
        <translation>אי אפשר לקרוא את שורה {line} כ-TOML, מתו {column} והלאה.</translation>
    </message>
    <message>
        <source>Line {line}, the last one, leaves something open: the file cannot be read as TOML.</source>
        <translation>שורה {line}, האחרונה, משאירה משהו פתוח: אי אפשר לקרוא את הקובץ כ-TOML.</translation>
    </message>
    <message>
        <source>Line {line} holds a number or a list that is too long or too deep to be read.</source>
        <translation>יש בשורה {line} מספר או רשימה ארוכים או עמוקים מכדי שיהיה אפשר לקרוא אותם.</translation>
    </message>
    <message>
        <source>The key “schema” must be {schema}: this diary reads no other kind of file.</source>
        <translation>המפתח ״⁨schema⁩״ צריך להיות {schema}: היומן הזה אינו קורא קבצים מסוג אחר.</translation>
    </message>
    <message>
        <source>The diary keeps another file with the code “{code}” and the version “{version}”: give this one a new version.</source>
        <translation>ביומן שמור קובץ אחר עם הקוד ״⁨{code}⁩״ והגרסה ״⁨{version}⁩״: צריך לתת לקובץ הזה גרסה חדשה.</translation>
    </message>
    <message>
        <source>{place} has a key “{key}” that is not known here.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ אינו מוכר כאן.</translation>
    </message>
    <message>
        <source>{place} needs the key “{key}”.</source>
        <translation>{place}: חסר המפתח ״⁨{key}⁩״.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be a table.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות טבלה.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be a list of tables.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות רשימה של טבלאות.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be a list of 1 to {most} entries, and has {count}.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות רשימה של 1 עד {most} רשומות, ויש בו {count}.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be words in quotation marks.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות מילים בתוך מירכאות.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be words, and is empty.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות מילים, והוא ריק.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be at most {most} characters long, and has {count}.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות באורך של {most} תווים לכל היותר, ויש בו {count}.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be plain text without control characters.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות טקסט פשוט בלי תווי בקרה.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be plain text without control characters, on one line.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות טקסט פשוט בלי תווי בקרה, בשורה אחת.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be plain text without characters that turn the direction of others.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות טקסט פשוט בלי תווים שהופכים את הכיוון של אחרים.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be plain text: markup such as tags, links or &amp;…; is not shown here.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות טקסט פשוט: סימון כמו תגים, קישורים או ⁨&amp;…;⁩ אינו מוצג כאן.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be one of {words}.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות אחד מאלה: ⁨{words}⁩.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be a whole number from {low} to {high}.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות מספר שלם מ-⁨{low}⁩ עד ⁨{high}⁩.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be a number.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות מספר.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be a number of ordinary size.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות מספר בגודל רגיל.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be true or false.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות ⁨true⁩ או ⁨false⁩.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be 1 to 32 letters, digits, - or _.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות 1 עד 32 אותיות לטיניות, ספרות, - או _.</translation>
    </message>
    <message>
        <source>{place} has an id that an earlier entry has already: “{name}”.</source>
        <translation>{place}: המזהה ״⁨{name}⁩״ כבר שייך לרשומה קודמת.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be 2 to 32 small letters, digits or _, with a letter first.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות 2 עד 32 אותיות לטיניות קטנות, ספרות או _, ובראשם אות.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be a language code such as “en”.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות קוד של שפה, כמו ״⁨en⁩״.</translation>
    </message>
    <message>
        <source>The table “options” needs at least one list of answers.</source>
        <translation>בטבלה ״⁨options⁩״ צריכה להיות לפחות רשימת תשובות אחת.</translation>
    </message>
    <message>
        <source>“{name}” is no name for a list of answers: letters, digits, - and _ only.</source>
        <translation>״⁨{name}⁩״ אינו שם לרשימת תשובות: רק אותיות לטיניות, ספרות, - ו-_.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be a list of {fewest} to {most} answers.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות רשימה של {fewest} עד {most} תשובות.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be a list of answers whose values rise from one to the next.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות רשימת תשובות שהערכים בה עולים מאחת לבאה.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be the name of a list in the table “options”.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות שם של רשימה בטבלה ״⁨options⁩״.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be a list of at least one item’s id.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות רשימה של מזהה אחד לפחות.</translation>
    </message>
    <message>
        <source>{place} names an item “{name}” that is not in the file.</source>
        <translation>{place}: נזכר כאן פריט ״⁨{name}⁩״ שאינו בקובץ.</translation>
    </message>
    <message>
        <source>{place} names the item “{name}” twice.</source>
        <translation>{place}: הפריט ״⁨{name}⁩״ נזכר כאן פעמיים.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be “refuse” or “prorate” for a sum: a sum over fewer items reads too low.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות ״⁨refuse⁩״ או ״⁨prorate⁩״ כשמדובר בסכום: סכום של פחות פריטים נקרא נמוך מדי.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be “refuse” where the items have answers of different range.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות ״⁨refuse⁩״ כשטווח התשובות של הפריטים שונה.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” goes with the rule “prorate” only.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ מתאים רק לכלל ״⁨prorate⁩״.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be ranges with no more decimals than the scale shows.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות טווחים בלי יותר ספרות אחרי הנקודה ממה שהסולם מציג.</translation>
    </message>
    <message>
        <source>In {place} the bands “{one}” and “{other}” overlap.</source>
        <translation>{place}: הטווחים ״⁨{one}⁩״ ו-״⁨{other}⁩״ חופפים.</translation>
    </message>
    <message>
        <source>In {place} there is a gap between the bands “{one}” and “{other}”.</source>
        <translation>{place}: יש רווח בין הטווחים ״⁨{one}⁩״ ו-״⁨{other}⁩״.</translation>
    </message>
    <message>
        <source>In {place} the bands must cover all scores from {low} to {high}, and no others.</source>
        <translation>{place}: הטווחים צריכים לכסות את כל הציונים מ-⁨{low}⁩ עד ⁨{high}⁩, ושום ציון אחר.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be at least as high as “from”.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות לפחות כמו ״⁨from⁩״.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be above 0.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות מעל 0.</translation>
    </message>
    <message>
        <source>In {place} the key “{key}” must be between 0 and 1.</source>
        <translation>{place}: המפתח ״⁨{key}⁩״ צריך להיות בין 0 ל-1.</translation>
    </message>
    <message>
        <source>The item “{name}” is in no scale: it is asked, but counts for nothing.</source>
        <translation>הפריט ״⁨{name}⁩״ אינו באף סולם: שואלים עליו, אבל הוא לא נספר.</translation>
    </message>
    <message>
        <source>The list of answers “{name}” is used by no item.</source>
        <translation>ברשימת התשובות ״⁨{name}⁩״ לא משתמש אף פריט.</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>הקובץ</translation>
    </message>
    <message>
        <source>the table “{key}”</source>
        <translation>הטבלה ״⁨{key}⁩״</translation>
    </message>
    <message>
        <source>“{key}” of {place}</source>
        <translation>״⁨{key}⁩״ של {place}</translation>
    </message>
    <message>
        <source>entry {number} of “{key}”</source>
        <translation>רשומה {number} של ״⁨{key}⁩״</translation>
    </message>
    <message>
        <source>entry {number} of “{key}” in {place}</source>
        <translation>רשומה {number} של ״⁨{key}⁩״ בתוך {place}</translation>
    </message>
    <message>
        <source>entry {number} of “{key}” (“{name}”)</source>
        <translation>רשומה {number} של ״⁨{key}⁩״ (״⁨{name}⁩״)</translation>
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
        <source>Your account on this computer may not read the diary&apos;s files; allow it to, then try again.</source>
        <translation>לחשבון שלך במחשב הזה אין רשות לקרוא את קובצי היומן; יש לתת רשות ולנסות שוב.</translation>
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
        <source>This computer&apos;s keyring has no password, so whoever gets its disk can read the key; a passphrase is safer.</source>
        <translation>לצרור המפתחות של המחשב הזה אין סיסמה, ומי שמגיע לדיסק יכול לקרוא את המפתח; משפט סיסמה בטוח יותר.</translation>
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
    <message>
        <source>A note holds about four million characters; put a part of this one into another note.</source>
        <translation>רשומה מכילה כארבעה מיליון תווים; אפשר להעביר חלק ממנה לרשומה נוספת.</translation>
    </message>
</context>
</TS>
