-- AlterTable
ALTER TABLE "Section" ADD COLUMN "heading" TEXT;
