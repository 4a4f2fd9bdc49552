'use strict';

const { Model } = require('sequelize');

/**
 * A title, whatever the number of copies we hold of it.
 *
 * @param {import('sequelize').Sequelize} sequelize
 * @param {typeof import('sequelize').DataTypes} DataTypes
 */
module.exports = (sequelize, DataTypes) => {
  class Book extends Model {
    /** @param {Record<string, import('sequelize').ModelStatic<Model>>} models */
    static associate(models) {
      Book.belongsToMany(models.Author, {
        as: 'authors',
        through: models.BookAuthorsLink,
        foreignKey: 'book_id',
        otherKey: 'author_id',
      });
      Book.belongsTo(models.Genre, {
        as: 'genre',
        foreignKey: 'genre_id',
        onDelete: 'RESTRICT',
      });
      Book.hasMany(models.CopyRecord, {
        as: 'copies',
        foreignKey: 'book_id',
        onDelete: 'CASCADE',
      });
      Book.belongsToMany(models.Member, {
        as: 'fans',
        through: models.MemberFavouritesLink,
        foreignKey: 'favourite_id',
        otherKey: 'member_id',
      });
      Book.hasMany(models.Reservation, {
        as: 'reservations',
        foreignKey: 'book_id',
        onDelete: 'CASCADE',
      });
    }

    /** The row as answers show it. */
    toJSON() {
      const row = this.get();
      return {
        id: row.id,
        isbn: row.isbn,
        title: row.title,
        summary: row.summary,
        publishedOn: row.publishedOn,
        pages: row.pages,
        language: row.language,
        genre_id: row.genre_id,
        created_at: row.created_at,
        updated_at: row.updated_at,
        author_ids: linkedIds(row.authors),
      };
    }
  }

  Book.init(
    {
      id: {
        type: DataTypes.UUID,
        primaryKey: true,
        defaultValue: DataTypes.UUIDV4,
      },
      // ISBN-13 without hyphens.
      isbn: {
        type: DataTypes.STRING(13),
        allowNull: false,
      },
      // Title as on the title page.
      title: {
        type: DataTypes.STRING(250),
        allowNull: false,
      },
      // What it is about, without the ending.
      summary: {
        type: DataTypes.TEXT,
        allowNull: true,
      },
      // Date of this edition.
      publishedOn: {
        type: DataTypes.DATEONLY,
        field: 'published_on',
        allowNull: true,
      },
      // Number of the last printed page.
      pages: {
        type: DataTypes.INTEGER,
        allowNull: true,
      },
      // ISO 639-1 code.
      language: {
        type: DataTypes.STRING(2),
        allowNull: false,
        defaultValue: 'en',
      },
      // Where it stands.
      genre_id: {
        type: DataTypes.INTEGER,
        allowNull: false,
      },
    },
    {
      sequelize,
      modelName: 'Book',
      tableName: 'books',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      indexes: [
        {
          name: 'books_isbn_key',
          fields: ['isbn'],
          unique: true,
        },
        {
          name: 'books_title_idx',
          fields: ['title'],
        },
        {
          name: 'books_published_on_idx',
          fields: ['published_on'],
        },
        {
          name: 'books_language_idx',
          fields: ['language'],
        },
        {
          name: 'books_genre_id_idx',
          fields: ['genre_id'],
        },
      ],
    },
  );

  sequelize.define(
    'BookAuthorsLink',
    {
      book_id: {
        type: DataTypes.UUID,
        primaryKey: true,
      },
      author_id: {
        type: DataTypes.UUID,
        primaryKey: true,
      },
    },
    {
      tableName: 'books_authors',
      timestamps: false,
      indexes: [
        {
          name: 'books_authors_author_id_idx',
          fields: ['author_id'],
        },
      ],
    },
  );

  return Book;
};

/** @param {{ id: string | number }[]} rows */
function linkedIds(rows) {
  return rows
    .map(({ id }) => id)
    .sort((left, right) => (left < right ? -1 : 1));
}
