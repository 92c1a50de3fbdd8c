-- CreateTable
CREATE TABLE "OwnerEdit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "episodeId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "OwnerEdit_episodeId_fkey" FOREIGN KEY ("episodeId") REFERENCES "Episode" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Thing" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "key" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "EpisodeThing" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "episodeId" INTEGER NOT NULL,
    "thingId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "forms" JSONB NOT NULL,
    "why" TEXT NOT NULL,
    CONSTRAINT "EpisodeThing_episodeId_fkey" FOREIGN KEY ("episodeId") REFERENCES "Episode" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EpisodeThing_thingId_fkey" FOREIGN KEY ("thingId") REFERENCES "Thing" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "episodeThingId" INTEGER NOT NULL,
    "turnId" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "defining" BOOLEAN NOT NULL,
    CONSTRAINT "Mention_episodeThingId_fkey" FOREIGN KEY ("episodeThingId") REFERENCES "EpisodeThing" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Mention_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SectionTerm" (
    "sectionId" INTEGER NOT NULL,
    "term" TEXT NOT NULL,
    "weight" REAL NOT NULL,

    PRIMARY KEY ("sectionId", "term"),
    CONSTRAINT "SectionTerm_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RelatedSection" (
    "fromId" INTEGER NOT NULL,
    "toId" INTEGER NOT NULL,
    "score" REAL NOT NULL,

    PRIMARY KEY ("fromId", "toId"),
    CONSTRAINT "RelatedSection_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Section" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RelatedSection_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Section" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "episodeId" INTEGER NOT NULL,
    "turnId" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    CONSTRAINT "Claim_episodeId_fkey" FOREIGN KEY ("episodeId") REFERENCES "Episode" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Claim_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimTerm" (
    "claimId" INTEGER NOT NULL,
    "term" TEXT NOT NULL,

    PRIMARY KEY ("claimId", "term"),
    CONSTRAINT "ClaimTerm_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Echo" (
    "fromId" INTEGER NOT NULL,
    "toId" INTEGER NOT NULL,
    "score" REAL NOT NULL,

    PRIMARY KEY ("fromId", "toId"),
    CONSTRAINT "Echo_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Echo_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Columns are added in place: redefining a table would drop it, and its rows' children with it.
ALTER TABLE "Episode" ADD COLUMN "understandingVersion" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Episode" ADD COLUMN "writtenBy" TEXT;
ALTER TABLE "Section" ADD COLUMN "topics" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "Section" ADD COLUMN "summary" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "Section" ADD COLUMN "why" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "Section" ADD COLUMN "retitled" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "SummaryPoint" ADD COLUMN "verbatim" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "Quote" ADD COLUMN "why" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Quote" ADD COLUMN "pinned" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "OwnerEdit_episodeId_idx" ON "OwnerEdit"("episodeId");

-- CreateIndex
CREATE UNIQUE INDEX "Thing_slug_key" ON "Thing"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Thing_key_key" ON "Thing"("key");

-- CreateIndex
CREATE INDEX "EpisodeThing_thingId_idx" ON "EpisodeThing"("thingId");

-- CreateIndex
CREATE UNIQUE INDEX "EpisodeThing_episodeId_thingId_key" ON "EpisodeThing"("episodeId", "thingId");

-- CreateIndex
CREATE INDEX "Mention_episodeThingId_idx" ON "Mention"("episodeThingId");

-- CreateIndex
CREATE INDEX "Mention_turnId_idx" ON "Mention"("turnId");

-- CreateIndex
CREATE INDEX "SectionTerm_term_idx" ON "SectionTerm"("term");

-- CreateIndex
CREATE INDEX "RelatedSection_toId_idx" ON "RelatedSection"("toId");

-- CreateIndex
CREATE INDEX "Claim_episodeId_idx" ON "Claim"("episodeId");

-- CreateIndex
CREATE INDEX "Claim_turnId_idx" ON "Claim"("turnId");

-- CreateIndex
CREATE INDEX "ClaimTerm_term_idx" ON "ClaimTerm"("term");

-- CreateIndex
CREATE INDEX "Echo_toId_idx" ON "Echo"("toId");
