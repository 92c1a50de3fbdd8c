-- CreateTable
CREATE TABLE "GlossaryEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "showId" INTEGER,
    "term" TEXT NOT NULL,
    "heard" TEXT NOT NULL,
    CONSTRAINT "GlossaryEntry_showId_fkey" FOREIGN KEY ("showId") REFERENCES "Show" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "GlossaryEntry_showId_idx" ON "GlossaryEntry"("showId");
