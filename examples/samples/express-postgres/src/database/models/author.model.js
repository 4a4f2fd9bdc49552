'use strict';

const { Model } = require('sequelize');

/**
 * A person who wrote at least one of our books.
 *
 * @param {import('sequelize').Sequelize} sequelize
 * @param {typeof import('sequelize').DataTypes} DataTypes
 */
module.exports = (sequelize, DataTypes) => {
  class Author extends Model {
    /** @param {Record<string, import('sequelize').ModelStatic<Model>>} models */
    static associate(models) {
      Author.belongsToMany(models.Book, {
        as: 'books',
        through: models.BookAuthorsLink,
        foreignKey: 'author_id',
        otherKey: 'book_id',
      });
    }

    /** The row as answers show it. */
    toJSON() {
      const row = this.get();
      return {
        id: row.id,
        name: row.name,
        bornOn: row.bornOn,
        website: row.website,
        created_at: row.created_at,
        updated_at: row.updated_at,
      };
    }
  }

  Author.init(
    {
      id: {
        type: DataTypes.UUID,
        primaryKey: true,
        defaultValue: DataTypes.UUIDV4,
      },
      // Family name first, as on the spine: 'Le Guin, Ursula K.'
      name: {
        type: DataTypes.STRING(160),
        allowNull: false,
      },
      // Date of birth, where it is known.
      bornOn: {
        type: DataTypes.DATEONLY,
        field: 'born_on',
        allowNull: true,
      },
      // Page of the author or of the estate.
      website: {
        type: DataTypes.STRING(2048),
        allowNull: true,
      },
    },
    {
      sequelize,
      modelName: 'Author',
      tableName: 'authors',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      indexes: [
        {
          name: 'authors_name_idx',
          fields: ['name'],
        },
      ],
    },
  );

  return Author;
};
