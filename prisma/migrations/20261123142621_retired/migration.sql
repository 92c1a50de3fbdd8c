-- CreateTable
CREATE TABLE "RetiredPlace" (
    "episodeId" INTEGER NOT NULL,
    "fragment" TEXT NOT NULL,
    "address" TEXT,
    "turn" INTEGER NOT NULL,
    "offset" INTEGER NOT NULL,
    "found" BOOLEAN NOT NULL,

    PRIMARY KEY ("episodeId", "fragment"),
    CONSTRAINT "RetiredPlace_episodeId_fkey" FOREIGN KEY ("episodeId") REFERENCES "Episode" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RetiredQuote" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "episodeId" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    CONSTRAINT "RetiredQuote_episodeId_fkey" FOREIGN KEY ("episodeId") REFERENCES "Episode" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RetiredQuote_episodeId_idx" ON "RetiredQuote"("episodeId");
